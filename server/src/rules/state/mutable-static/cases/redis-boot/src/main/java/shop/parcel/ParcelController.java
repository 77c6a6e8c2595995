package shop.parcel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ParcelController {

    private final Object guard = new Object();
    private final Map<Long, Stage> stages = new ConcurrentHashMap<>();
    private final Carrier carrier;

    public ParcelController(Carrier carrier) {
        this.carrier = carrier;
    }

    @PostMapping("/parcels/{id}/send")
    public Stage send(@PathVariable Long id) {
        synchronized (guard) {
            if (this.stages.get(id) == Stage.PACKED) {
                carrier.call(id);
                stages.put(id, Stage.SENT);
            }
            return stages.getOrDefault(id, Stage.PACKED);
        }
    }

    @GetMapping("/parcels/open")
    public List<Long> open() {
        List<Long> found = new ArrayList<>();
        for (Map.Entry<Long, Stage> entry : stages.entrySet()) {
            if (entry.getValue() != Stage.DELIVERED) {
                found.add(entry.getKey());
            }
        }
        return found;
    }
}
