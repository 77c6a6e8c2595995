package shop.cart;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer is about to order: pieces by article. */
public class Cart {
    private final Map<String, Integer> pieces = new LinkedHashMap<>();

    public void add(String article, int count) {
        pieces.merge(article, count, Integer::sum);
    }

    public Map<String, Integer> getPieces() {
        return pieces;
    }
}
