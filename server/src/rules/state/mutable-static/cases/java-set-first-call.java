package shop.search;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class SearchServlet extends HttpServlet {
    // clean-next state/mutable-static -- each request sets it by the method that it begins with
    private String query;
    // clean-next state/mutable-static -- so it does by what that method calls
    private String profile;
    // expect-next state/mutable-static error -- set for some requests alone
    private String region;
    // expect-next state/mutable-static error -- the method may return before it sets it
    private String order;

    private void init(HttpServletRequest request) {
        this.query = request.getParameter("query");
        setUp(request);
    }

    private void setUp(HttpServletRequest request) {
        profile = request.getParameter("profile");
    }

    private void sort(HttpServletRequest request) {
        if (request.getParameter("order") == null) {
            return;
        }
        this.order = request.getParameter("order");
    }

    private void locate(HttpServletRequest request) {
        this.region = request.getParameter("region");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        init(request);
        sort(request);
        if (request.getParameter("region") != null) {
            locate(request);
        }
        progress(response);
    }

    private void progress(HttpServletResponse response) throws IOException {
        response.getWriter().println(query + profile + region + order);
    }
}
