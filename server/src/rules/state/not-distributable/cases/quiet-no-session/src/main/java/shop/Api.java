package shop;

class Api {
    Object read(javax.servlet.http.HttpSession session) {
        return session.getAttribute("cart");
    }
}
