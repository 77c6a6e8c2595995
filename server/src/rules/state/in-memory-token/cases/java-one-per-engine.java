package shop.wiki;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;

public class SessionMonitor implements HttpSessionListener {
    // clean-next state/in-memory-token -- the one monitor of each engine of this process, not its users
    private static final Map<Engine, SessionMonitor> MONITORS = new ConcurrentHashMap<>();

    public static SessionMonitor getInstance(Engine engine) {
        SessionMonitor monitor = MONITORS.get(engine);
        if (monitor == null) {
            monitor = new SessionMonitor();
            MONITORS.put(engine, monitor);
        }
        return monitor;
    }

    public void sessionCreated(HttpSessionEvent event) {
    }

    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        for (SessionMonitor monitor : MONITORS.values()) {
            monitor.forget(session);
        }
    }

    private void forget(HttpSession session) {
    }
}
