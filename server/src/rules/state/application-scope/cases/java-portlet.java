package portal;

import static javax.portlet.PortletSession.APPLICATION_SCOPE;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.portlet.PortletRequest;
import javax.portlet.PortletSession;
import javax.servlet.jsp.PageContext;

public class SearchPortlet {
    private static final String HANDLED = "handled";

    void handle(PortletRequest request, String query) {
        PortletSession session = request.getPortletSession();
        ConcurrentMap<String, Boolean> handled = (ConcurrentMap<String, Boolean>) session.getAttribute(HANDLED, PortletSession.APPLICATION_SCOPE);
        if (handled == null) {
            handled = new ConcurrentHashMap<>();
            // clean-next state/application-scope -- the session of one user, as all portlets see it
            // expect-next state/http-session error
            session.setAttribute(HANDLED, handled, PortletSession.APPLICATION_SCOPE);
        }
        handled.put(query, true);
    }

    void swap(PortletRequest request, String user) {
        // clean-next state/application-scope -- the same by a static import
        // expect-next state/http-session warning
        request.getPortletSession().setAttribute("target", user, APPLICATION_SCOPE);
    }

    void count(PageContext page) {
        Integer hits = (Integer) page.getAttribute("hits", PageContext.APPLICATION_SCOPE);
        // expect-next state/application-scope error
        page.setAttribute("hits", hits + 1, PageContext.APPLICATION_SCOPE);
    }
}
