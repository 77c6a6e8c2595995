package shop;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class CartController {
    @PostMapping("/cart")
    String add(HttpSession session, String item) {
        session.setAttribute("cart", item);
        return "redirect:/cart";
    }
}
