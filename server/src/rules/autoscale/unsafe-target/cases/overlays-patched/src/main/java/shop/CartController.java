package shop;

import javax.servlet.http.HttpSession;

public class CartController {
    String add(HttpSession session) {
        session.setAttribute("cart", new Object());
        return "cart";
    }
}
