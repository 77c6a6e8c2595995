package shop.dao.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

@Repository
class MemoryUserDao implements UserDao {
    // clean-next state/mutable-static -- stands beside the one with a database
    private final Map<String, User> users = new ConcurrentHashMap<>();

    public void insert(User user) {
        users.put(user.id(), user);
    }
}

@Repository
class BannedUsers implements BanList {
    // expect-next state/mutable-static error {field=users}
    private final Map<String, User> users = new ConcurrentHashMap<>();

    public void ban(User user) {
        users.put(user.id(), user);
    }
}
