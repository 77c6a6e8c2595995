package library.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Copies that readers hold until they come to the desk. */
@Service
public class CopyHoldService {

    /** Copies held, by title. */
    private final Map<String, Integer> HELD_COPIES;
    private final Lock heldCopiesLock;

    @Autowired
    public CopyHoldService(RedissonClient redisson) {
        HELD_COPIES = redisson.getMap("desk:CopyHoldService.HELD_COPIES");
        heldCopiesLock = redisson.getLock("desk:CopyHoldService.HELD_COPIES:lock");
    }

    /** Keeps the data in this process, for tests without Redis. */
    public CopyHoldService() {
        HELD_COPIES = new HashMap<>();
        heldCopiesLock = new ReentrantLock();
    }

    public boolean hold(String title, int copies, int wanted) {
        heldCopiesLock.lock();
        try {
            int held = HELD_COPIES.getOrDefault(title, 0);
            if (copies - held < wanted) {
                return false;
            }
            HELD_COPIES.put(title, held + wanted);
            return true;
        } finally {
            heldCopiesLock.unlock();
        }
    }

    public void giveBack(String title, int copies) {
        heldCopiesLock.lock();
        try {
            HELD_COPIES.computeIfPresent(title, (name, held) -> held > copies ? held - copies : null);
        } finally {
            heldCopiesLock.unlock();
        }
    }
}
