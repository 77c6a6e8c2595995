package shop.session;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;

public class LoginManager implements HttpSessionBindingListener {
    // expect-next state/in-memory-token error {field=users}
    private static Hashtable users = new Hashtable();

    public void valueBound(HttpSessionBindingEvent event) {
        users.put(event.getSession(), event.getName());
    }

    public void valueUnbound(HttpSessionBindingEvent event) {
        users.remove(event.getSession());
    }

    public boolean isUsing(String id) {
        return users.containsValue(id);
    }
}

class DuplicateLogins {
    // expect-next state/in-memory-token error {field=byUser}
    public static Map<String, HttpSession> byUser = new ConcurrentHashMap<>();

    static void end(String user) {
        HttpSession session = byUser.get(user);
        if (session != null) {
            session.invalidate();
        }
    }
}

class SessionCounter implements HttpSessionListener {
    // clean-next state/in-memory-token -- only a number for the log
    private static int active;

    public void sessionCreated(HttpSessionEvent event) {
        active++;
    }

    public void sessionDestroyed(HttpSessionEvent event) {
        active--;
    }
}

class SessionList implements HttpSessionListener {
    // expect-next state/in-memory-token warning {field=all} -- others go through the sessions of this process; no login is refused here
    private static final CopyOnWriteArrayList<HttpSession> all = new CopyOnWriteArrayList<>();

    static CopyOnWriteArrayList<HttpSession> getAll() {
        return all;
    }

    public void sessionCreated(HttpSessionEvent event) {
        all.add(event.getSession());
    }

    public void sessionDestroyed(HttpSessionEvent event) {
        all.remove(event.getSession());
    }
}

class EndingSessions implements HttpSessionListener {
    // expect-next state/in-memory-token error {field=all} -- ends the sessions that it finds
    private static final CopyOnWriteArrayList<HttpSession> all = new CopyOnWriteArrayList<>();

    public void sessionCreated(HttpSessionEvent event) {
        for (HttpSession other : all) {
            if (other.getAttribute("user").equals(event.getSession().getAttribute("user"))) {
                other.invalidate();
            }
        }
        all.add(event.getSession());
    }
}
