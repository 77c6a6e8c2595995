package shop.restore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class Restore {
    // clean-next state/mutable-static -- ids of one run, emptied where it begins
    private final Map<Long, Long> userIds = new HashMap<>();
    // clean-next state/mutable-static -- as above
    private final Map<Long, Long> orderIds = new HashMap<>();
    // clean-next state/mutable-static -- of the same steps, although nobody empties it
    private final Map<Long, Long> fileIds = new HashMap<>();

    public void perform(Backup backup) {
        cleanUp();
        restoreUsers(backup);
        restoreOrders(backup);
    }

    public void cleanUp() {
        userIds.clear();
        orderIds.clear();
        orderIds.put(NONE, NONE);
    }

    public void restoreUsers(Backup backup) {
        for (User user : backup.users()) {
            userIds.put(user.oldId(), save(user));
            fileIds.put(user.pictureId(), save(user.picture()));
        }
    }

    public void restoreOrders(Backup backup) {
        for (Order order : backup.orders()) {
            order.setUser(userIds.get(order.oldUser()));
            order.setFile(fileIds.get(order.oldFile()));
            orderIds.put(order.oldId(), save(order));
            link(orderIds.get(order.parentId()));
        }
    }
}

@Service
class Bookings {
    // expect-next state/mutable-static warning {field=seats} -- another request asks it between the runs
    private final Map<Long, Long> seats = new HashMap<>();
    private final Map<Long, Long> rows = new HashMap<>();
    // expect-next state/mutable-static error {field=guests} -- emptied only now and then
    private final Map<Long, String> guests = new ConcurrentHashMap<>();

    public void perform(Plan plan) {
        cleanUp();
        take(plan);
        give(plan);
    }

    private void cleanUp() {
        seats.clear();
        rows.clear();
    }

    public void take(Plan plan) {
        seats.put(plan.userId(), plan.seat());
        rows.put(plan.userId(), plan.row());
    }

    public void give(Plan plan) {
        plan.print(seats.get(plan.userId()), rows.get(plan.userId()));
    }

    public Long seatOf(Long userId) {
        return seats.get(userId);
    }

    public void welcome(Plan plan) {
        if (guests.size() > 100) {
            forget();
        }
        enter(plan);
        greet(plan);
    }

    private void forget() {
        guests.clear();
    }

    public void enter(Plan plan) {
        guests.put(plan.userId(), plan.name());
    }

    public void greet(Plan plan) {
        plan.print(guests.get(plan.userId()));
    }
}

@Service
class Labels {
    // clean-next state/mutable-static -- nobody ever looks at it
    private final Set<String> keys = new HashSet<>();
    // expect-next state/mutable-static warning {field=users} -- what adding says is asked
    private final Set<String> users = new HashSet<>();

    public void update(String user, Label label) {
        keys.add(label.key());
        save(label);
        if (users.add(user)) {
            greet(user);
        }
    }

    public void delete(Label label) {
        keys.remove(label.key());
        remove(label);
    }
}
