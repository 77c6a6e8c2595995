package shop;

import java.util.Locale;
import java.util.Map;
import javax.faces.context.FacesContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.jsp.PageContext;
import org.apache.struts2.interceptor.SessionAware;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.WebSession;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;
import org.springframework.web.util.WebUtils;

class Attributes {
    private static final String CART = "cart";
    private HttpSession kept;

    void viaServlet(HttpServletRequest request, HttpSessionEvent event, Object raw) {
        HttpSession session = request.getSession(true);
        // expect-next state/http-session error {attribute=cart}
        session.setAttribute(CART, new Object());
        // expect-next state/http-session warning {attribute=LOGIN_USER}
        kept.setAttribute(Keys.LOGIN_USER, raw);
        // expect-next state/http-session warning
        ((HttpSession) raw).putValue("old", raw);
        // expect-next state/http-session warning
        event.getSession().setAttribute("start", raw);
        // expect-next state/http-session warning
        ((HttpServletRequest) raw).getSession().setAttribute("x", raw);
        // expect-next state/http-session warning
        sessionOf(request).setAttribute("y", raw);
        var implied = request.getSession();
        // expect-next state/http-session warning
        implied.setAttribute("z", raw);
        // expect-next state/http-session warning {expression=prefix + raw}
        session.setAttribute(prefix + raw, raw);
        // clean-next state/http-session -- null removes the attribute
        session.setAttribute("cart", null);
        // clean-next state/http-session -- reads and removals
        session.removeAttribute("cart");
        session.getAttribute("cart");
    }

    void leave(HttpSession session) {
        // clean-next state/http-session -- an end
        session.invalidate();
    }

    private String prefix = "p.";

    private HttpSession sessionOf(HttpServletRequest request) {
        return request.getSession();
    }

    void viaSpring(HttpServletRequest request, WebRequest web, WebSession reactive) {
        // expect-next state/http-session warning {attribute=order}
        WebUtils.setSessionAttribute(request, "order", request);
        // expect-next state/http-session warning
        RequestContextHolder.currentRequestAttributes().setAttribute("profile", web, RequestAttributes.SCOPE_SESSION);
        // expect-next state/http-session warning
        web.setAttribute("sandbox", 1L, WebRequest.SCOPE_SESSION);
        // clean-next state/http-session -- lives for one request
        web.setAttribute("sandbox", 1L, WebRequest.SCOPE_REQUEST);
        // expect-next state/http-session warning
        reactive.getAttributes().put("user", web);
        // expect-next state/http-session info
        request.getSession().setAttribute("locale", Locale.KOREAN);
        // expect-next state/http-session warning
        request.getSession().setAttribute("flashMessage", "saved");
    }

    void viaPageAndFaces(PageContext page, Object value) {
        // expect-next state/http-session warning
        page.setAttribute("basket", value, PageContext.SESSION_SCOPE);
        // expect-next state/http-session warning
        FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put("login", value);
    }

    Object resolvers() {
        // clean-next state/http-session -- a cookie travels with the request
        new CookieLocaleResolver();
        // expect-next state/http-session info
        return new SessionLocaleResolver();
        //         ^^^^^^^^^^^^^^^^^^^^^ -- carets pin the exact span
    }
}

// expect-next state/http-session warning {attribute=orderForm}
@SessionAttributes("orderForm")
class OrderWizard {
    // clean-next state/http-session -- only reads
    String show(@SessionAttribute("orderForm") OrderForm form) {
        return "order";
    }
}

class LoginAction implements SessionAware {
    private Map<String, Object> session;

    public void setSession(Map<String, Object> session) {
        this.session = session;
    }

    String execute(Object user) {
        // expect-next state/http-session warning {attribute=user}
        session.put("user", user);
        return "ok";
    }
}
