package shop.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttributes;

@Controller
// expect-next state/http-session error {attribute=ModelKeys.CART}
@SessionAttributes({ModelKeys.CART})
public class CartController {
    @GetMapping("/cart")
    public String cart(Model model) {
        model.addAttribute(ModelKeys.CART, new Cart());
        return "cart";
    }
}
