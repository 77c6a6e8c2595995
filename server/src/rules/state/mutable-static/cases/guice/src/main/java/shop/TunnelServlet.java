package shop;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public abstract class TunnelServlet extends HttpServlet {
    // expect-next state/mutable-static error {field=orders} -- a servlet is one whoever extends it
    private final Map<String, Order> orders = new HashMap<>();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        orders.put(request.getParameter("id"), new Order(request.getParameter("item")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        show(orders.get(request.getParameter("id")));
    }

    protected abstract void show(Order order);
}
