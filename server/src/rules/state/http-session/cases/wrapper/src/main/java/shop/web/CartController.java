package shop.web;

import javax.servlet.http.HttpServletRequest;
import shop.util.SessionUtil;

class CartController {
    private static final String SESSION_KEY = "cart";

    void add(HttpServletRequest request, Object cart) {
        // expect-next state/http-session warning {attribute=cart}
        SessionUtil.set(request, SESSION_KEY, cart);
        //          ^^^ -- carets pin the exact span
        // clean-next state/http-session -- the same attribute, told at the first place
        SessionUtil.set(request, "cart", cart);
        // expect-next state/http-session info {attribute=LOCALE}
        SessionUtil.set(request, Keys.LOCALE, cart);
        // clean-next state/http-session -- a read
        SessionUtil.get(request, "cart");
    }
}
