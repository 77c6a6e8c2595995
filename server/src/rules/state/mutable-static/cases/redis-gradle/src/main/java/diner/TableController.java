package diner;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TableController {

    private final Map<Day, Integer> taken = Collections.synchronizedMap(new HashMap<>(64));

    @PostMapping("/tables/{day}")
    public synchronized boolean book(@PathVariable Day day, int seats) {
        // Eight seats a day.
        int now = taken.getOrDefault(day, 0);

        if (8 - now < seats) {
            return false;
        }
        taken.put(day, now + seats);
        return true;
    }

    @GetMapping("/tables")
    public synchronized Map<Day, Integer> all() {
        return new HashMap<>(taken);
    }

    enum Day { FRIDAY, SATURDAY }
}
