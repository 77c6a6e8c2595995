package shop;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class AdminServlet extends HttpServlet {
    @Override
    public void init() {
        ShopConfig.setMaxUsers(Integer.parseInt(getInitParameter("maxUsers")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        ShopConfig.setMaintenance("on".equals(request.getParameter("maintenance")));
        ShopConfig.pageSize = Integer.parseInt(request.getParameter("pageSize"));
        ShopConfig.setGateway(request.getParameter("gateway"));
        ShopConfig.running++;
        ShopConfig.running -= 1;
        prepare();
    }

    protected void prepare() {
        ShopConfig.setStrict(true);
    }
}
