package shop.util;

import java.lang.reflect.Method;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.websocket.OnOpen;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

public class Tables {
    // clean-next state/mutable-static -- filled in a static block
    private static final Map<String, String> MIME = new HashMap<>();
    // clean-next state/mutable-static -- immutable
    private static final List<String> CARDS = Collections.unmodifiableList(List.of("a", "b"));
    // clean-next state/mutable-static -- never changed after start
    public static String[] names = { "one", "two" };
    // clean-next state/mutable-static -- patterns are the same in every process
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- reflection
    private static final Map<Class<?>, List<Method>> METHODS = new HashMap<>();
    // clean-next state/mutable-static -- computed from the key alone
    private static final Map<String, String> CAMEL = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- each thread has its own
    private static final ThreadLocal<Map<String, String>> CONTEXT = new ThreadLocal<>();
    // clean-next state/mutable-static -- not final, but a logger
    private static Logger log = LoggerFactory.getLogger(Tables.class);
    // clean-next state/mutable-static -- lazily created singleton
    private static Tables instance;
    // clean-next state/mutable-static -- lazily computed, the same for the life of the process
    private static String hostName;
    // clean-next state/mutable-static -- a flag of the process's own life
    private static volatile boolean started;
    // clean-next state/mutable-static -- likewise
    private static final AtomicBoolean running = new AtomicBoolean();
    // clean-next state/mutable-static -- a metric
    private static int hitCount;
    // clean-next state/mutable-static -- a metric
    private static final LongAdder total = new LongAdder();
    // clean-next state/mutable-static -- picks the next server in turn
    private static int turn;
    // clean-next state/mutable-static -- a time stamp of this process
    private static long lastSweep;
    // clean-next state/mutable-static -- marks what is being written right now
    private static final Set<String> beingWritten = new HashSet<>();
    // clean-next state/mutable-static -- a resource of this process
    private static ScheduledExecutorService executor;
    // clean-next state/mutable-static -- listeners are code
    private static final List<OrderListener> listeners = new ArrayList<>();
    // clean-next state/mutable-static -- follows the life of its keys
    private static final Map<Object, String> labels = new WeakHashMap<>();

    static {
        MIME.put("png", "image/png");
    }

    static Tables getInstance() {
        if (instance == null) {
            instance = new Tables();
        }
        return instance;
    }

    static Pattern pattern(String text) {
        return PATTERNS.computeIfAbsent(text, Pattern::compile);
    }

    static List<Method> methods(Class<?> type) {
        return METHODS.computeIfAbsent(type, key -> List.of(key.getMethods()));
    }

    static String camel(String name) {
        String known = CAMEL.get(name);
        if (known == null) {
            known = name.replace("_", "").toLowerCase();
            CAMEL.put(name, known);
        }
        return known;
    }

    static String host() throws Exception {
        if (hostName == null) hostName = java.net.InetAddress.getLocalHost().getHostName();
        return hostName;
    }

    void work(String file, OrderListener listener, List<String> servers) {
        started = true;
        running.set(true);
        hitCount++;
        total.increment();
        lastSweep = System.currentTimeMillis();
        servers.get(turn++ % servers.size());
        listeners.add(listener);
        labels.put(listener, file);
        beingWritten.add(file);
        try {
            CONTEXT.set(new HashMap<>());
        } finally {
            beingWritten.remove(file);
        }
    }
}

@Component
class Mail {
    // clean-next state/mutable-static -- injected at start
    private static String sender;

    // clean-next state/mutable-static -- handed in by an XML bean
    private static String template;

    @Value("${mail.from}")
    public void setSender(String sender) {
        Mail.sender = sender;
    }

    public void setTemplate(String template) {
        Mail.template = template;
    }
}

@ServerEndpoint("/ticks")
class Ticks {
    // clean-next state/mutable-static -- connections cannot leave the process; another rule speaks of them
    private static final Set<Session> sessions = new HashSet<>();

    @OnOpen
    void opened(Session session) {
        sessions.add(session);
    }
}

class Export {
    // clean-next state/mutable-static -- a command line program: its options
    private static String target;
    private static final List<String> errors = new ArrayList<>();

    public static void main(String[] args) {
        parse(args);
    }

    static void parse(String[] args) {
        target = args[0];
        errors.add(args[1]);
    }
}
