package shop;

import com.opensymphony.xwork2.ActionInvocation;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;

class Frameworks extends BaseAction {
    private Map<String, Object> pages;

    void shiro(Subject subject, Object user) {
        // expect-next state/http-session error {attribute=user}
        SecurityUtils.getSubject().getSession().setAttribute("user", user);
        Session session = subject.getSession();
        // expect-next state/http-session warning {attribute=Keys}
        session.setAttribute(Keys.class.getName(), user);
        // expect-next state/http-session warning {attribute=MENU}
        subject.getSession().setAttribute(Key.MENU.name(), user);
    }

    void others(ActionInvocation invocation, Object value) {
        // expect-next state/http-session warning {attribute=draft}
        VaadinSession.getCurrent().setAttribute("draft", value);
        // expect-next state/http-session warning {attribute=lastVisit}
        invocation.getInvocationContext().getSession().put("lastVisit", value);
        // expect-next state/http-session warning {attribute=loginUser}
        session.put(Consts.loginUser, value);
        // clean-next state/http-session -- an ordinary map
        pages.put("session", value);
    }

    void repeated(javax.servlet.http.HttpSession session, boolean more) {
        // expect-next state/http-session warning {attribute=step}
        session.setAttribute("step", 1);
        if (more) {
            // clean-next state/http-session -- the same attribute, told at the first place
            session.setAttribute("step", 2);
        }
    }
}
