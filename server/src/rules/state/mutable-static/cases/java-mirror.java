package shop.online;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
class Guests implements EntryAddedListener<String, Guest> {
    // clean-next state/mutable-static -- mirrors a map that all replicas share
    private final Map<String, Guest> here = new ConcurrentHashMap<>();
    private final IMap<String, Guest> all;

    Guests(IMap<String, Guest> all) {
        this.all = all;
    }

    public void enter(Guest guest) {
        here.put(guest.id(), guest);
        all.put(guest.id(), guest);
    }

    @Override
    public void entryAdded(EntryEvent<String, Guest> event) {
        here.put(event.getKey(), event.getValue());
    }
}
