package shop.cart;

import java.util.HashMap;
import java.util.Map;

public class CartManager {
    // expect-next state/mutable-static error {field=carts, type=CartManager}
    private final Map<String, String> carts = new HashMap<>();

    public void put(String user, String item) {
        carts.put(user, item);
    }
}
