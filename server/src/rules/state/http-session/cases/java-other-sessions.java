package shop;

import java.util.Map;
import javax.jms.Session;
import javax.servlet.http.HttpServletRequest;
import org.hibernate.SessionFactory;
import org.springframework.web.socket.WebSocketSession;

class Others {
    private Session session;
    private SessionFactory sessionFactory;
    private MailConfig mail;

    void talk(WebSocketSession socket, HttpServletRequest request, Meta meta, Map<String, Object> sessions) {
        // clean-next state/http-session -- attributes of a WebSocket connection
        socket.getAttributes().put("user", meta);
        // clean-next state/http-session -- a JMS session
        session.setAttribute("x", meta);
        // clean-next state/http-session -- a Hibernate session
        sessionFactory.getSession().setAttribute("y", meta);
        // clean-next state/http-session -- a mail session
        mail.getSession().putValue("z", meta);
        // clean-next state/http-session -- an ordinary map
        sessions.put("a", meta);
        // clean-next state/http-session -- lives for one request
        request.setAttribute("a", meta);
    }
}
