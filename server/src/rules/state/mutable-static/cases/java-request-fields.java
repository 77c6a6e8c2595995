package shop.logout;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class LogoutServlet extends HttpServlet {
    // clean-next state/mutable-static -- the request of one thread: a race inside the process, not between replicas
    private HttpServletRequest request = null;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        new LogoutHandler().handle(request.getParameter("user"));
    }
}

class LogoutHandler {
    private static String doneUrl = null;
    // clean-next state/mutable-static -- made for each request, and no XML file makes it a bean
    private String userId = null;

    void handle(String user) {
        userId = user;
        if (doneUrl == null) {
            doneUrl = "/done";
        }
        System.out.println(userId + doneUrl);
    }
}
