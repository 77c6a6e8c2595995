package shop.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParcelWatch {
    private final Shares shares;

    // expect-next state/mutable-static warning -- each replica keeps the parcels that fall to it
    private final Map<Long, String> parcels = new ConcurrentHashMap<>();

    ParcelWatch(Shares shares) {
        this.shares = shares;
    }

    @PostMapping("/parcels")
    void watch(long id, String state) {
        if (shares.isLocallyOwned(id)) parcels.put(id, state);
    }

    @GetMapping("/parcels")
    String parcel(long id) {
        return parcels.get(id);
    }
}

@RestController
class NoteBoard {
    // expect-next state/mutable-static error
    private final Map<Long, String> notes = new ConcurrentHashMap<>();

    @PostMapping("/notes")
    void change(long id, String text) {
        notes.put(id, text);
    }

    @GetMapping("/notes")
    String note(long id) {
        return notes.get(id);
    }
}
