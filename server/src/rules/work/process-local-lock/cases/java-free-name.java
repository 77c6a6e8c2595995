package shop.boxes;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class Boxes {
    @Autowired
    private BoxService boxService;
    private BoxDao boxDao;
    private final Map<String, Box> open = new HashMap<>();

    // expect-next work/process-local-lock warning {read=boxService.getByNumber()}
    public synchronized String freeNumber() {
        for (int next = 1; next < 10000; next++) {
            String candidate = String.format("B-%04d", next);
            Box known = boxService.getByNumber(candidate);
            if (known == null) {
                return candidate;
            }
        }
        throw new IllegalStateException();
    }

    // clean-next work/process-local-lock -- asks the memory of this process
    public synchronized String freeSlot() {
        for (int next = 1; next < 100; next++) {
            String candidate = "S" + next;
            if (open.get(candidate) == null) return candidate;
        }
        return null;
    }

    // clean-next work/process-local-lock -- gives out what is there, no free name
    synchronized Box first(String[] numbers) {
        for (String number : numbers) {
            Box known = boxService.getByNumber(number);
            if (known != null) return known;
        }
        return null;
    }
}
