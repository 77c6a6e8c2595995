package shop;

import javax.servlet.http.HttpSession;

class CartController {
    void add(HttpSession session, Object cart) {
        // expect-next state/http-session warning
        session.setAttribute("cart", cart);
    }
}
