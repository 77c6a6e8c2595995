package shop.session;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
