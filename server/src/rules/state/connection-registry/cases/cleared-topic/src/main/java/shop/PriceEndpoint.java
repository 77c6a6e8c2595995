package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.websocket.OnOpen;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpoint;

@ServerEndpoint("/prices")
public class PriceEndpoint {
    // expect-next state/connection-registry error {field=sessions} -- no listener of a topic works with it
    private static final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @OnOpen
    public void opened(Session session) {
        sessions.put(session.getId(), session);
    }

    public static void tell(String text) {
        sessions.values().forEach(each -> each.getAsyncRemote().sendText(text));
    }
}
