package shop;

import javax.servlet.http.HttpSession;

class BasketController {

    void add(HttpSession session, String article) {
        Basket basket = new Basket();
        basket.add(new BasketLine(article, 1));
        session.setAttribute("basket", basket);
    }
}
