package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.websocket.OnOpen;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpoint;

@ServerEndpoint("/notices")
public class NoticeEndpoint {
    // clean-next state/connection-registry -- every replica hears the topic and tells its own clients
    private static final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @OnOpen
    public void opened(Session session) {
        sessions.put(session.getId(), session);
    }

    public static void tell(String text) {
        sessions.values().forEach(each -> each.getAsyncRemote().sendText(text));
    }
}
