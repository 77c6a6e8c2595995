package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public abstract class DraftManager<T> {
    // clean-next state/mutable-static -- nothing makes one object of a class that extends it
    private final Map<String, T> drafts = new ConcurrentHashMap<>();

    public void begin(String user, T draft) {
        drafts.put(user, draft);
    }

    public T find(String user) {
        return drafts.get(user);
    }
}
