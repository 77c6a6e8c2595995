package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public abstract class VisitManager<T> {
    // expect-next state/mutable-static warning {field=visits} -- the container makes one object of a class that extends it
    private final Map<String, T> visits = new ConcurrentHashMap<>();

    public void begin(String user, T visit) {
        visits.put(user, visit);
    }

    public T find(String user) {
        return visits.get(user);
    }
}
