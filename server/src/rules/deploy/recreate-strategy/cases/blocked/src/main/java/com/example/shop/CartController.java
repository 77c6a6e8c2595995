package com.example.shop;

import javax.servlet.http.HttpSession;

public class CartController {
    void open(HttpSession session, Cart cart) {
        session.setAttribute("cart", cart);
    }

    Cart show(HttpSession session) {
        return (Cart) session.getAttribute("cart");
    }
}
