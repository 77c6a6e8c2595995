package shop;

import jakarta.servlet.http.HttpSession;

class CartController {
    void add(HttpSession session, Object cart) {
        // expect-next state/http-session error
        session.setAttribute("cart", cart);
    }
}
