package shop.patch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class PatchForUserNames extends BaseLoader {
    // clean-next state/mutable-static -- its own main does the work and leaves the process
    private final Map<String, Long> userIds = new HashMap<>();

    public static void main(String[] args) {
        try {
            PatchForUserNames loader = Beans.get(PatchForUserNames.class);
            while (loader.isMoreToProcess()) {
                loader.load();
            }
            System.exit(0);
        } catch (Exception e) {
            System.exit(1);
        }
    }

    public void rename(String userName, Long id) {
        userIds.put(userName, id);
    }

    public Long idOf(String userName) {
        return userIds.get(userName);
    }
}

@Component
class ShopServer {
    // expect-next state/mutable-static warning {field=userIds} -- leaves only when it could not begin
    private final Map<String, Long> userIds = new HashMap<>();

    public static void main(String[] args) {
        if (args.length == 0) {
            System.exit(2);
        }
        try {
            Beans.get(ShopServer.class);
        } catch (Exception e) {
            System.exit(1);
        }
    }

    public void rename(String userName, Long id) {
        userIds.put(userName, id);
    }

    public Long idOf(String userName) {
        return userIds.get(userName);
    }
}

final class PluginLoader extends ClassLoader {
    private static final PluginLoader INSTANCE = new PluginLoader();
    // clean-next state/mutable-static -- names of classes that this process has loaded
    private final Set<String> users = new HashSet<>();

    static PluginLoader getInstance() {
        return INSTANCE;
    }

    void take(String user) {
        users.add(user);
    }

    boolean has(String user) {
        return users.contains(user);
    }
}
