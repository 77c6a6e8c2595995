package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class BasketManager {
    // expect-next state/mutable-static error {field=baskets} -- one for the process
    private final Map<String, Basket> baskets = new ConcurrentHashMap<>();

    public void put(String user, Basket value) {
        baskets.put(user, value);
    }

    public Basket get(String user) {
        return baskets.get(user);
    }
}
