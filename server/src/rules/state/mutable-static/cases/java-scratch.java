package shop.effort;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class Efforts {
    // clean-next state/mutable-static -- every operation begins with an empty one
    private Map<Order, Effort> efforts;
    // clean-next state/mutable-static -- emptied where the only operation ends
    private final Map<Long, Long> newIds = new HashMap<>();
    private final EffortDao effortDao;

    Efforts(EffortDao effortDao) {
        this.effortDao = effortDao;
    }

    public void book(Order order) {
        reset();
        effortOf(order).book();
    }

    public void cancel(Order order) {
        reset();
        effortOf(order).cancel();
    }

    public void importAll(Rows rows) {
        importRows(rows);
        cleanUp();
    }

    void importRows(Rows rows) {
        for (Row row : rows) {
            newIds.put(row.id(), effortDao.insert(row));
        }
    }

    public void cleanUp() {
        newIds.clear();
    }

    private void reset() {
        efforts = new HashMap<>();
    }

    private Effort effortOf(Order order) {
        Effort known = efforts.get(order);
        if (known == null) {
            known = effortDao.findByOrder(order);
            efforts.put(order, known);
        }
        return known;
    }
}
