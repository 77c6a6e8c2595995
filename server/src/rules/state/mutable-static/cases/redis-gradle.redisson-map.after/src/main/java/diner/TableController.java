package diner;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TableController {

    private final RMap<Day, Integer> taken;
    private final Lock takenLock;

    @Autowired
    public TableController(RedissonClient redisson) {
        taken = redisson.getMap("diner:TableController.taken");
        takenLock = redisson.getLock("diner:TableController.taken:lock");
    }

    @PostMapping("/tables/{day}")
    public boolean book(@PathVariable Day day, int seats) {
        takenLock.lock();
        try {
            // Eight seats a day.
            int now = taken.getOrDefault(day, 0);

            if (8 - now < seats) {
                return false;
            }
            taken.put(day, now + seats);
            return true;
        } finally {
            takenLock.unlock();
        }
    }

    @GetMapping("/tables")
    public Map<Day, Integer> all() {
        takenLock.lock();
        try {
            return new HashMap<>(taken.readAllMap());
        } finally {
            takenLock.unlock();
        }
    }

    enum Day { FRIDAY, SATURDAY }
}
