package shop;

class Cart {
    void add(javax.servlet.http.HttpSession session, String item) {
        session.setAttribute("cart", item);
    }
}
