package shop.health;

import io.kubernetes.client.openapi.models.V1Ingress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;

@Service
class UserServices {
    // expect-next state/mutable-static error {field=USERS} -- requests find what others registered
    private static final Map<String, User> USERS = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning {field=DEAD_USERS} -- only the job of this process looks into it
    private static final Map<String, User> DEAD_USERS = new ConcurrentHashMap<>();

    void start(ScheduledThreadPoolExecutor executor) {
        executor.scheduleWithFixedDelay(this::scheduled, 10, 10, TimeUnit.SECONDS);
    }

    public void save(String id, User user) {
        USERS.put(id, user);
    }

    public void drop(String id, User user) {
        DEAD_USERS.put(id, user);
    }

    public User find(String id) {
        return USERS.get(id);
    }

    private void scheduled() {
        check();
    }

    private void check() {
        if (!DEAD_USERS.isEmpty()) {
            DEAD_USERS.forEach((id, user) -> user.ping());
        }
    }
}

final class Exchanges {
    // expect-next state/mutable-static warning {field=SESSION_EXCHANGES} -- answers that this process alone can give
    private static final Map<String, ServerWebExchange> SESSION_EXCHANGES = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- objects of the cluster, which every process watches
    private static final Map<String, V1Ingress> USER_CACHE = new ConcurrentHashMap<>();

    static void put(String sessionId, ServerWebExchange exchange, V1Ingress ingress) {
        SESSION_EXCHANGES.put(sessionId, exchange);
        USER_CACHE.put(sessionId, ingress);
    }

    static ServerWebExchange get(String sessionId) {
        return SESSION_EXCHANGES.get(sessionId);
    }

    static V1Ingress ingress(String sessionId) {
        return USER_CACHE.get(sessionId);
    }
}

@Service
class Contexts {
    // clean-next state/mutable-static -- opened where it is absent and ended by this class: each process opens its own
    private final Map<String, Context> contexts = new ConcurrentHashMap<>();
    // expect-next state/mutable-static info {field=prices} -- a copy of what was read
    private final Map<String, Price> prices = new ConcurrentHashMap<>();
    private StoreService storeService;

    public Context context(String site) {
        if (!contexts.containsKey(site)) {
            contexts.put(site, storeService.getContext(site));
        }
        return contexts.get(site);
    }

    public void end(String site) {
        Context context = contexts.remove(site);
        if (context != null) {
            storeService.destroyContext(context);
        }
    }

    public Price price(String site) {
        if (!prices.containsKey(site)) {
            prices.put(site, storeService.findPrice(site));
        }
        return prices.get(site);
    }
}

class MaskingFilter {
    // expect-next state/mutable-static warning {field=algorithm} -- comes from a rule that is handed beside the request
    private static String algorithm = "plain";

    void filter(ServerWebExchange exchange, Rule rule) {
        if (rule.isMasked()) {
            algorithm = rule.getAlgorithm();
        }
    }

    public String mask(String text) {
        return Masks.mask(text, algorithm);
    }
}
