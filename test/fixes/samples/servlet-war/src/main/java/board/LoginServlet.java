package board;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.apache.log4j.Logger;

public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = Logger.getLogger(LoginServlet.class);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member member = new Member(request.getParameter("id"));
        HttpSession session = request.getSession(true);
        session.setAttribute("member", member);
        log.info("login " + member.getId());
        response.getWriter().print(member.getId());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member member = (Member) request.getSession(true).getAttribute("member");
        response.getWriter().print(member == null ? "" : member.getId());
    }
}
