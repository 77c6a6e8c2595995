package shop.web;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import shop.domain.Cart;
import shop.domain.Coupon;
import shop.domain.Grade;
import shop.domain.Line;
import shop.domain.Member;
import shop.domain.Principal;
import shop.domain.Visit;
import shop.domain.Wish;

class CartController {
    void add(HttpServletRequest request, Line line) {
        HttpSession session = request.getSession();
        Cart cart = new Cart();
        session.setAttribute("cart", cart);
        session.setAttribute("member", (Member) request.getAttribute("member"));
        session.setAttribute("grade", Grade.of(line));
        Grade grade = Grade.BASIC;
        session.setAttribute("grade", grade);
        List<Wish> wishes = new ArrayList<>();
        session.setAttribute("wishes", wishes);
        session.setAttribute("visit", new Visit(1));
        session.setAttribute("coupon", new Coupon());
        Principal principal = null;
        session.setAttribute("principal", principal);
        request.setAttribute("line", line);
    }
}
