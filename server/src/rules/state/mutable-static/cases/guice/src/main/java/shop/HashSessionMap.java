package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class HashSessionMap implements SessionMap {
    // expect-next state/mutable-static error {field=sessions} -- the one that a module hands out
    private final Map<String, UserSession> sessions = new ConcurrentHashMap<>();

    public void put(String user, UserSession value) {
        sessions.put(user, value);
    }

    public UserSession get(String user) {
        return sessions.get(user);
    }
}
