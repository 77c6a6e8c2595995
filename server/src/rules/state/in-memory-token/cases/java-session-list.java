package shop.session;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Service;

@Service
class OpenSessions implements HttpSessionListener {
    // expect-next state/in-memory-token warning {field=open} -- under its own id a session says nothing of its user
    private final Map<String, HttpSession> open = new ConcurrentHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        open.put(session.getId(), session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession().getId());
    }

    public Collection<HttpSession> all() {
        return open.values();
    }
}

@Service
class OneSession implements HttpSessionListener {
    // expect-next state/in-memory-token error {field=byUser} -- ends the older session of a user
    private final Map<String, HttpSession> byUser = new ConcurrentHashMap<>();

    public void loggedIn(String user, HttpSession session) {
        HttpSession older = byUser.put(user, session);
        if (older != null) {
            older.invalidate();
        }
    }
}
