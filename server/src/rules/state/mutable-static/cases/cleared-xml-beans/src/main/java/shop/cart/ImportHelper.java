package shop.cart;

import java.util.HashMap;
import java.util.Map;

public class ImportHelper {
    // clean-next state/mutable-static -- no bean at all: made with new where it is needed
    private final Map<String, String> rows = new HashMap<>();

    public void row(String key, String text) {
        rows.put(key, text);
    }
}
