package shop;

class CartController {
    void add(javax.servlet.http.HttpSession session, Cart<String> cart) {
        session.setAttribute("cart", cart);
    }
}
