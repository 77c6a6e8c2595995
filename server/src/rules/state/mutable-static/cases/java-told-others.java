package shop.carts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CartController {
    // expect-next state/mutable-static error {field=carts} -- telling the others is commented out
    private final Map<String, Cart> carts = new ConcurrentHashMap<>();
    private StringRedisTemplate redisTemplate;

    @PostMapping("/cart")
    void put(String user, Cart cart) {
        carts.put(user, cart);
        // redisTemplate.convertAndSend("carts", user);
        // clusterEnabled = true;
    }

    @GetMapping("/cart")
    Cart get(String user) {
        return carts.get(user);
    }
}

@RestController
class BasketController {
    // expect-next state/mutable-static warning {field=baskets} -- somebody has thought of the others
    private final Map<String, Cart> baskets = new ConcurrentHashMap<>();
    private StringRedisTemplate template;

    @PostMapping("/basket")
    void put(String user, Cart cart) {
        baskets.put(user, cart);
        template.convertAndSend("baskets", user);
    }

    @GetMapping("/basket")
    Cart get(String user) {
        return baskets.get(user);
    }
}

class Cart {
}
