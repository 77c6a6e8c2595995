package library.desk;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Service;

/** Copies that readers hold until they come to the desk. */
@Service
public class CopyHoldService {

    /** Copies held, by title. */
    private static final Map<String, Integer> HELD_COPIES = new HashMap<>();

    public boolean hold(String title, int copies, int wanted) {
        synchronized (HELD_COPIES) {
            int held = HELD_COPIES.getOrDefault(title, 0);
            if (copies - held < wanted) {
                return false;
            }
            HELD_COPIES.put(title, held + wanted);
            return true;
        }
    }

    public void giveBack(String title, int copies) {
        synchronized (HELD_COPIES) {
            HELD_COPIES.computeIfPresent(title, (name, held) -> held > copies ? held - copies : null);
        }
    }
}
