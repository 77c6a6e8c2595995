package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class HashVisitStore implements VisitStore {
    // expect-next state/mutable-static warning {field=visits} -- known by what it implements
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();

    public void put(String user, Visit value) {
        visits.put(user, value);
    }

    public Visit get(String user) {
        return visits.get(user);
    }
}
