package shop.parcel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ParcelController {

    private final Lock guard;
    private final RMap<Long, Stage> stages;
    private final Carrier carrier;

    public ParcelController(Carrier carrier, RedissonClient redisson) {
        stages = redisson.getMap("parcels:ParcelController.stages");
        guard = redisson.getLock("parcels:ParcelController.stages:lock");
        this.carrier = carrier;
    }

    @PostMapping("/parcels/{id}/send")
    public Stage send(@PathVariable Long id) {
        guard.lock();
        try {
            if (this.stages.get(id) == Stage.PACKED) {
                carrier.call(id);
                stages.put(id, Stage.SENT);
            }
            return stages.getOrDefault(id, Stage.PACKED);
        } finally {
            guard.unlock();
        }
    }

    @GetMapping("/parcels/open")
    public List<Long> open() {
        List<Long> found = new ArrayList<>();
        for (Map.Entry<Long, Stage> entry : stages.readAllEntrySet()) {
            if (entry.getValue() != Stage.DELIVERED) {
                found.add(entry.getKey());
            }
        }
        return found;
    }
}
