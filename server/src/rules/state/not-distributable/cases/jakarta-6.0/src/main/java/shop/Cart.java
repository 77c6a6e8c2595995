package shop;

class Cart {
    void add(jakarta.servlet.http.HttpSession session, String item) {
        session.setAttribute("cart", item);
    }
}
