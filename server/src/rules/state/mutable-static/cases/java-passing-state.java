package shop.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.cache.Cache;
import org.slf4j.Logger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

class OneTimeCodes {
    // clean-next state/mutable-static -- the rule for tokens speaks of it
    private static final Map<String, OneTimeCode> codes = new ConcurrentHashMap<>();

    static boolean issue(String phone, String code) {
        if (codes.get(phone) != null) {
            if (codes.get(phone).isValid()) {
                return false;
            }
            codes.remove(phone);
        }
        OneTimeCode issued = new OneTimeCode();
        issued.setCode(code);
        codes.put(phone, issued);
        return true;
    }
}

class Uploads {
    // clean-next state/mutable-static -- marks what is under way and unmarks it in the same call
    private static final Set<String> running = ConcurrentHashMap.newKeySet();

    void run(String id) {
        running.add(id);
        transfer(id);
        running.remove(id);
    }

    private void transfer(String id) {
    }
}

class Amount {
    // clean-next state/mutable-static -- one instance in place of many equal ones
    private static final Map<String, BigDecimal> known = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning
    private static final Map<String, BigDecimal> balances = new ConcurrentHashMap<>();

    BigDecimal shared(BigDecimal value) {
        String text = value.toString();
        if (!known.containsKey(text)) {
            known.put(text, value);
        }
        return known.get(text);
    }

    void book(String account, BigDecimal value) {
        balances.put(account, value);
    }
}

class LegacyImport {
    // clean-next state/mutable-static -- belongs to one import, which gives it up at its end
    private static List<String> rows;

    static void begin() {
        rows = new ArrayList<>();
    }

    static void row(String row) {
        rows.add(row);
    }

    static void end() {
        try {
            store(rows);
        } finally {
            rows = null;
        }
    }

    private static void store(List<String> all) {
    }
}

abstract class SaidOnce {
    // clean-next state/mutable-static -- keeps the log short, request by request it decides nothing
    private static final Set<String> logged = new HashSet<>();

    void warn(Logger log, String text) {
        if (!logged.contains(text)) {
            log.warn(text);
            logged.add(text);
        }
    }
}

@Service
class Checks {
    // clean-next state/mutable-static -- filled from the class path before the first use
    private final Map<String, Check> checks = new ConcurrentHashMap<>();
    private final AtomicBoolean loaded = new AtomicBoolean();

    public Check find(String name) {
        if (loaded.compareAndSet(false, true)) {
            loadChecks();
        }
        return checks.get(name);
    }

    public void loadChecks() {
        CheckReader.forEach(add);
    }

    private final Consumer<Check> add = check -> checks.putIfAbsent(check.name(), check);
}

@Service
class Icons {
    // expect-next state/mutable-static info -- each replica finds out for itself
    private final Set<IconName> skipped = ConcurrentHashMap.newKeySet();

    public void create(IconName name) {
        if (skipped.contains(name)) {
            return;
        }
        try {
            name.draw();
        } catch (RuntimeException e) {
            skipped.add(name);
        }
    }
}

@Repository
class PeriodStore {
    // expect-next state/mutable-static info {field=idByName}
    private final Map<String, Long> idByName = new ConcurrentHashMap<>();
    private final JdbcTemplate template;

    PeriodStore(JdbcTemplate template) {
        this.template = template;
    }

    public void save(String name) {
        Number id = template.queryForObject("insert into period(name) values (?) returning id", Number.class, name);
        idByName.putIfAbsent(name, id.longValue());
    }

    public Long find(String name) {
        Long known = idByName.get(name);
        if (known != null) {
            return known;
        }
        Long id = template.queryForObject("select id from period where name = ?", Long.class, name);
        idByName.putIfAbsent(name, id);
        return id;
    }
}

class LookupCaches {
    // expect-next state/mutable-static warning
    private static final Map<String, Cache<String, Product>> caches = new HashMap<>();

    void put(String kind, String id, Product product) {
        caches.get(kind).put(id, product);
        caches.put(kind, CacheMaker.make(product));
    }
}

@Component
class Extensions {
    // clean-next state/mutable-static -- every process loads its extensions for itself
    private final Map<String, String> assetPaths = new HashMap<>();
    // clean-next state/mutable-static -- code that runs later
    private final List<AfterLoadHook> hooks = new ArrayList<>();
    // expect-next state/mutable-static warning
    private final List<Webhook> webhooks = new ArrayList<>();

    public void onPluginMetadataCreate(String id) {
        unpack(id);
    }

    private void unpack(String id) {
        assetPaths.put(id, "assets/" + id);
    }

    public void add(AfterLoadHook hook) {
        hooks.add(hook);
    }

    public void add(Webhook hook) {
        webhooks.add(hook);
    }
}

@Component
class CpuTimes {
    // clean-next state/mutable-static -- threads are the process's own
    private final Map<Long, Long> cpuTimeByThreadId = new ConcurrentHashMap<>();

    public void capture(long threadId, long time) {
        cpuTimeByThreadId.put(threadId, time);
    }
}

class CallCounts {
    // clean-next state/mutable-static -- how many there were, not a number that is handed out
    private static int numberOfCalls = 0;
    // clean-next state/mutable-static -- the number of a call tells calls of this process apart; numbers of orders and the like have a rule of their own
    private static int nextCallNumber = 0;

    String handle() {
        return String.valueOf(++numberOfCalls) + (++nextCallNumber);
    }
}
