package shop.render;

import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

class Indenting {
    // clean-next state/mutable-static -- made of the key alone
    private static final ConcurrentMap<Integer, String> indentCache = new ConcurrentHashMap<>();

    String indent(int depth, int size) {
        final int length = depth * size;
        String indent = indentCache.get(length);
        if (indent == null) {
            indent = lineSeparator() + " ".repeat(length);
            indentCache.put(length, indent);
        }
        return indent;
    }
}

@Service
class Rendering {
    private static final Logger logger = LoggerFactory.getLogger(Rendering.class);
    private PersonService personService;

    // clean-next state/mutable-static -- made once where it is absent
    private final AtomicReference<String> sessionId = new AtomicReference<>();
    // clean-next state/mutable-static -- when something was last logged
    private final Map<String, Long> missingDataLog = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- threads of this process, which only its own timer looks after
    private final Queue<RenderWorker> hungWorkers = new ConcurrentLinkedQueue<>();
    // expect-next state/mutable-static error {field=userOrders} -- what a user did, and another request asks for
    private final Map<String, Long> userOrders = new ConcurrentHashMap<>();

    String sessionOf(Person person) {
        Person known = personService.find(person.getId());
        String id = sessionId.get();
        if (known.isSystem() && id == null) {
            id = nameOf(person);
            if (!sessionId.compareAndSet(null, id)) {
                id = sessionId.get();
            }
        }
        return id;
    }

    private String nameOf(Person person) {
        return person.getName() + "@" + ProcessHandle.current().pid();
    }

    void permit(String owner) {
        final Long now = System.currentTimeMillis();
        final Long last = missingDataLog.get(owner);
        if (last == null || last < now - 60000) {
            logger.warn("no owner {}", owner);
            missingDataLog.put(owner, now);
        }
    }

    void order(String user) {
        userOrders.put(user, System.currentTimeMillis());
    }

    Long orderTimeOf(String user) {
        return userOrders.get(user);
    }

    void hang(RenderWorker worker) {
        hungWorkers.offer(worker);
    }

    @Scheduled(fixedRate = 1000)
    void clean() {
        for (Iterator<RenderWorker> workers = hungWorkers.iterator(); workers.hasNext();) {
            if (workers.next().isDone()) {
                workers.remove();
            }
        }
    }
}
