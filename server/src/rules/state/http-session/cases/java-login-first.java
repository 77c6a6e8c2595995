package shop.desk;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

class DeskController {
    void open(HttpServletRequest request, HttpSession session) {
        // expect-next state/http-session warning {attribute=deskForm} -- one page of many
        session.setAttribute("deskForm", request.getParameter("form"));
        // expect-next state/http-session warning {expression=request.getParameter("key")} -- nobody knows what this is
        session.setAttribute(request.getParameter("key"), "1");
        // expect-next state/http-session error {attribute=loginVO} -- without it every request fails, so the others point here
        session.setAttribute("loginVO", new LoginVO(request.getRemoteUser()));
    }
}
