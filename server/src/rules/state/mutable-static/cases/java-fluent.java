package kr.co.shop.http;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class Requests {
    // clean-next state/mutable-static -- methods that hand out the object again prepare its next request
    private final Map<String, String> headers = new HashMap<>();

    Requests addHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    String get(String url) {
        headers.put("Content-Type", "application/json");
        return send(url, headers);
    }
}

@Component
class Carts {
    // expect-next state/mutable-static warning
    private final Map<String, String> owners = new HashMap<>();

    Carts claim(String cart, String user) {
        owners.put(cart, user);
        return this;
    }

    void hand(String cart, String other) {
        owners.put(cart, other);
    }

    String ownerOf(String cart) {
        return owners.get(cart);
    }
}
