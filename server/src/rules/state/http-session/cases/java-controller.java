package shop;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

public class CartController {
    String add(HttpServletRequest request, HttpSession session) {
        // expect-next state/http-session error {attribute=cart}
        session.setAttribute("cart", new Cart());
        //      ^^^^^^^^^^^^ -- carets pin the exact span
        // expect-next state/http-session warning {attribute=loginUser}
        request.getSession().setAttribute("loginUser", "kim");
        // clean-next state/http-session -- lives for one request
        request.setAttribute("cart", "x");
        return "cart";
    }
}
