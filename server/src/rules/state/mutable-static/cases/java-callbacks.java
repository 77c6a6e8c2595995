package shop.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

@Service
class RuleEngine {
    // clean-next state/mutable-static -- one instance for each rule, made by the helper where none is found
    private final Map<String, PriceRule> made = new ConcurrentHashMap<>();
    // expect-next state/mutable-static -- whoever is told last leaves it for others
    private final Map<String, String> choices = new ConcurrentHashMap<>();

    PriceRule ruleFor(RuleText text) {
        return Rules.build(text, () -> made.get(text.key()), instance -> made.put(text.key(), instance));
    }

    void choose(String customer, Choices asked) {
        asked.whenAnswered(answer -> choices.put(customer, answer));
    }

    String choiceOf(String customer) {
        return choices.get(customer);
    }
}

class StoreFactory {
    // clean-next state/mutable-static -- the caches of this process themselves
    private static final Map<String, LocalCache> caches = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- which of its caches a process keeps to itself
    private static final List<String> localOnly = Collections.synchronizedList(new ArrayList<>());

    public static synchronized LocalCache localCache(String name) {
        LocalCache known = caches.get(name);
        if (known != null) return known;
        localOnly.add(name);
        return wrap(new LocalCache(), name);
    }

    public static boolean isLocal(String name) {
        return localOnly.contains(name);
    }

    private static LocalCache wrap(LocalCache cache, String name) {
        caches.put(name, cache);
        return cache;
    }
}
