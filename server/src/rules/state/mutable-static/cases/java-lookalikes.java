package shop.parts;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.websocket.Session;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Service
class Baskets {
    // clean-next state/mutable-static -- the grid keeps it for all members
    private final Map<String, String> baskets;

    Baskets(HazelcastInstance hazelcast) {
        this.baskets = hazelcast.getMap("baskets");
    }

    void put(String user, String item) {
        baskets.put(user, item);
    }
}

class PluginRegistry {
    // clean-next state/mutable-static -- parts of the application itself
    private static final Map<String, PageFinder> finders = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- code that runs later
    private static final List<Startup.CallBack> callBacks = new ArrayList<>();

    void putFinder(String name, PageFinder finder) {
        finders.put(name, finder);
    }

    void later(Startup.CallBack callBack) {
        callBacks.add(callBack);
    }
}

class NodeId {
    // clean-next state/mutable-static -- equal names share one object
    private static final List<NodeId> instances = new ArrayList<>();
    private final String name;

    private NodeId(String name) {
        this.name = name;
    }

    static NodeId of(String name) {
        for (NodeId known : instances) {
            if (known.name.equals(name)) return known;
        }
        NodeId made = new NodeId(name);
        instances.add(made);
        return made;
    }
}

class Translator {
    // clean-next state/mutable-static -- emptied and filled again within one call
    private static final Map<String, String> marks = new HashMap<>();

    String translate(String text) {
        marks.clear();
        return protect(text);
    }

    private String protect(String text) {
        marks.put(String.valueOf(text.hashCode()), text);
        return text;
    }
}

class EnumTexts {
    // clean-next state/mutable-static -- filled on first use from the class path
    private static final Map<String, String> texts = new HashMap<>();
    private static boolean initialized;

    static Map<String, String> all() {
        if (!initialized) {
            initTexts();
            initialized = true;
        }
        return texts;
    }

    private static void initTexts() {
        for (Color color : Color.values()) {
            texts.put(color.name(), color.toString());
        }
    }
}

class Sockets {
    // clean-next state/mutable-static -- connections of this process
    private static final Map<String, Session> sessions = new ConcurrentHashMap<>();
    // expect-next state/mutable-static error -- logins are data
    private static final Map<String, LoginSession> logins = new ConcurrentHashMap<>();

    void opened(String user, Session session, LoginSession login) {
        sessions.put(user, session);
        logins.put(user, login);
    }
}

class Permission {
    // clean-next state/mutable-static -- constants that list themselves
    private static final List<Permission> ALL = new ArrayList<>();

    Permission(String name) {
        ALL.add(this);
    }
}

class Allowed {
    // clean-next state/mutable-static -- handed in by whoever sets the application up
    private static final Set<String> urls = new HashSet<>();

    static void set(List<String> list) {
        urls.addAll(list);
    }
}

@Component
class Deliveries {
    // expect-next state/mutable-static warning -- under way in this process
    private final Map<String, DeliveryRequest> waiting = new ConcurrentHashMap<>();

    void sent(String id, DeliveryRequest request) {
        waiting.put(id, request);
    }
}
