package shop;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;

class Ending implements HttpSessionListener {
    public void sessionDestroyed(HttpSessionEvent event) {
        // clean-next state/http-session -- the session is gone as soon as all listeners have heard of it
        event.getSession().setAttribute("ending", Boolean.TRUE);
    }

    public void onApplicationEvent(HttpSessionDestroyedEvent event) {
        HttpSession session = event.getSession();
        // clean-next state/http-session -- a mark against a second round
        session.setAttribute("ending", Boolean.TRUE);
    }

    void leave(HttpServletRequest request, HttpSession session) {
        // clean-next state/http-session -- ends two lines later
        session.setAttribute("leaving", "yes");
        audit(session);
        session.invalidate();
        HttpSession next = request.getSession(true);
        // expect-next state/http-session error {attribute=left} -- the new session lives on
        next.setAttribute("left", "yes");
    }

    void leaveSometimes(HttpSession session, boolean now) {
        // expect-next state/http-session warning {attribute=leaving}
        session.setAttribute("leaving", "maybe");
        if (now) session.invalidate();
    }

    void handOn(HttpServletRequest request, HttpSession session) {
        // clean-next state/http-session -- taken back as soon as what is called has read it
        session.setAttribute("rows", find(request));
        print(request);
        session.removeAttribute("rows");
    }

    void handOnSometimes(HttpServletRequest request, HttpSession session) {
        // expect-next state/http-session warning {attribute=columns}
        session.setAttribute("columns", find(request));
        if (request.getParameter("later") != null) return;
        session.removeAttribute("columns");
    }
}
