package reserve;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Beds that guests hold while they fill in the form. */
@Service
public class RoomHoldService {

    private static final Map<String, Integer> held = new HashMap<>();

    public synchronized boolean hold(String room, int beds, int wanted) {
        int taken = held.getOrDefault(room, 0);
        if (beds - taken < wanted) {
            return false;
        }
        held.put(room, taken + wanted);
        return true;
    }

    public synchronized void release(String room, int beds) {
        held.computeIfPresent(room, (name, taken) -> taken > beds ? taken - beds : null);
    }

    public synchronized int freeBeds(String room, int beds) {
        return beds - held.getOrDefault(room, 0);
    }
}
