package shop.lock;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

class GeneralLockServiceImpl implements GeneralLockService {
    // expect-next work/process-local-lock warning {field=locks, type=GeneralLockServiceImpl} -- callers work on the item between the two calls
    protected Map<String, ReentrantLock> locks = new HashMap<>();

    public void lock(String itemId) {
        locks.computeIfAbsent(itemId, id -> new ReentrantLock()).lock();
    }

    public void unlock(String itemId) {
        ReentrantLock lock = locks.get(itemId);
        if (lock != null) {
            lock.unlock();
        }
    }
}

class Thumbnails {
    // clean-next work/process-local-lock -- computes one thing at a time inside the process
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public byte[] draw(String name) {
        ReentrantLock lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
        lock.lock();
        try {
            return Drawing.of(name);
        } finally {
            lock.unlock();
        }
    }
}

class LocalLockProvider implements LockProvider {
    // clean-next work/process-local-lock -- one of several that configuration chooses from
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public void lock(String itemId) {
        locks.computeIfAbsent(itemId, id -> new ReentrantLock()).lock();
    }

    public void unlock(String itemId) {
        locks.get(itemId).unlock();
    }
}
