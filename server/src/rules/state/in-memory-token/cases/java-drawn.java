package shop.jobs;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Jobs {
    // clean-next state/in-memory-token -- numbers drawn here: no other replica draws the same
    private static final Set<String> usedIds = new HashSet<>();
    // expect-next state/in-memory-token error {field=processedEventIds} -- the other replica takes the same event again
    private static final Set<String> processedEventIds = new HashSet<>();

    @PostMapping("/jobs")
    String submit(String event) {
        if (!processedEventIds.add(event)) return "done already";
        String id = UUID.randomUUID().toString();
        while (usedIds.contains(id)) id = UUID.randomUUID().toString();
        usedIds.add(id);
        return id;
    }
}
