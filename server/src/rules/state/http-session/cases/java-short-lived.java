package shop;

import java.util.List;
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
}

class FoundAgain {
    private Themes themes;
    private String site;

    String theme(HttpSession session) {
        String theme = (String) session.getAttribute("theme.name");
        if (theme == null) {
            theme = themes.findDefault(site);
            // clean-next state/http-session -- another replica looks it up as well
            session.setAttribute("theme.name", theme);
        }
        return theme;
    }

    String chosen(HttpSession session, HttpServletRequest request) {
        String style = (String) session.getAttribute("style.name");
        if (style == null) {
            style = themes.find(request.getParameter("style"));
            // expect-next state/http-session warning {attribute=style.name} -- what the user chose does not come again
            session.setAttribute("style.name", style);
        }
        return style;
    }

    String ticket(HttpSession session) {
        String ticket = (String) session.getAttribute("ticket");
        if (ticket == null) {
            ticket = themes.nextTicket();
            // expect-next state/http-session warning {attribute=ticket} -- another one each time
            session.setAttribute("ticket", ticket);
        }
        return ticket;
    }

    List<String> goods(HttpSession session) {
        List<String> goods = (List<String>) session.getAttribute("goods");
        if (goods == null) {
            goods = themes.findGoods(site);
            // expect-next state/http-session warning {attribute=goods} -- what is added to it later is lost
            session.setAttribute("goods", goods);
        }
        return goods;
    }

    String other(HttpSession session, HttpServletRequest request) {
        String layout = (String) request.getAttribute("layout");
        if (layout == null) {
            layout = themes.findDefault(site);
            // expect-next state/http-session warning {attribute=layout} -- not asked of the session
            session.setAttribute("layout", layout);
        }
        return layout;
    }
}
