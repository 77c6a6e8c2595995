package shop.seats;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class Seats {
    // expect-next state/mutable-static error {field=held}
    private final Map<Long, Integer> held = new HashMap<>();

    synchronized boolean hold(Show show, int count) {
        int before = held.getOrDefault(show.id(), 0);
        if (show.capacity() - before < count) {
            return false;
        }
        held.put(show.id(), before + count);
        return true;
    }

    synchronized int free(Show show) {
        return show.capacity() - held.getOrDefault(show.id(), 0);
    }
}

@Service
class Weights {
    // expect-next state/mutable-static warning {field=totals} -- the amount decides nothing here
    private final Map<Long, Integer> totals = new HashMap<>();

    synchronized void weigh(Show show, int count) {
        int before = totals.getOrDefault(show.id(), 0);
        totals.put(show.id(), before + count * show.factor());
    }

    synchronized Integer total(Show show) {
        return totals.get(show.id());
    }
}
