package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class DraftManager {
    // clean-next state/mutable-static -- made for each that asks
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();

    public void put(String user, Draft value) {
        drafts.put(user, value);
    }

    public Draft get(String user) {
        return drafts.get(user);
    }
}
