package shop.domain;

import java.util.HashMap;
import java.util.Map;

/** Not serializable: `Map` fields are no problem, the class itself is. */
public class Cart {
    private final Map<String, Integer> lines = new HashMap<>();
}
