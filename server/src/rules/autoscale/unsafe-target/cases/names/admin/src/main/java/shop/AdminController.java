package shop;

import javax.servlet.http.HttpServletRequest;

public class AdminController {
    String show(HttpServletRequest request) {
        request.setAttribute("title", "Admin");
        return "admin";
    }
}
