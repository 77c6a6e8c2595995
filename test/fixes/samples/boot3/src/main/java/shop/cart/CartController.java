package shop.cart;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class CartController {
    @PostMapping("/cart/{article}")
    public Map<String, Integer> add(@PathVariable("article") String article, HttpSession session) {
        Cart cart = (Cart) session.getAttribute("cart");
        if (cart == null) {
            cart = new Cart();
        }
        cart.add(article, 1);
        session.setAttribute("cart", cart);
        return cart.getPieces();
    }

    @GetMapping("/cart")
    public Map<String, Integer> show(HttpSession session) {
        Cart cart = (Cart) session.getAttribute("cart");
        return cart == null ? Map.of() : cart.getPieces();
    }
}
