package shop.push;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

@ServerEndpoint("/notices/{user}")
class NoticeEndpoint {
    // expect-next state/connection-registry error {field=sessions, type=NoticeEndpoint}
    private static final Set<Session> sessions = Collections.synchronizedSet(new HashSet<>());
    //                                ^^^^^^^^

    @OnOpen
    public void opened(Session session) {
        sessions.add(session);
    }

    static void tellAll(String text) throws IOException {
        List<Session> copy;
        synchronized (sessions) {
            copy = new ArrayList<>(sessions);
        }
        for (Session each : copy) {
            each.getBasicRemote().sendText(text);
        }
    }
}

@ServerEndpoint("/grid/{user}")
class GridEndpoint {
    // expect-next state/connection-registry error
    private static final Map<String, Map<String, GridEndpoint>> byUser = new HashMap<>();
    private Session session;

    private static Map<String, GridEndpoint> of(String user) {
        return byUser.computeIfAbsent(user, key -> new HashMap<>());
    }

    @OnOpen
    public void opened(Session session, @PathParam("user") String user) {
        this.session = session;
        of(user).put(session.getId(), this);
    }

    static void tell(String user, String text) {
        for (GridEndpoint each : of(user).values()) {
            each.send(text);
        }
    }

    private void send(String text) {
        session.getAsyncRemote().sendText(text);
    }
}

class ChatHandler extends TextWebSocketHandler {
    // expect-next state/connection-registry error {field=rooms}
    private final Map<String, List<WebSocketSession>> rooms = new ConcurrentHashMap<>();

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        rooms.computeIfAbsent("lobby", key -> new ArrayList<>()).add(session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        rooms.get("lobby").forEach(each -> deliver(each, message));
    }

    private void deliver(WebSocketSession session, TextMessage message) {
    }
}

@ServerEndpoint("/echo")
class EchoEndpoint {
    // clean-next state/connection-registry -- only counts who is there, answers its own client
    private static final Set<Session> present = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void opened(Session session) {
        present.add(session);
    }

    @OnMessage
    public void said(Session session, String text) throws IOException {
        session.getBasicRemote().sendText(text + present.size());
    }

    @OnClose
    public void closed(Session session) {
        present.remove(session);
    }
}

class Carts {
    // clean-next state/connection-registry -- Hibernate's session is no connection of a client
    private static final Map<String, org.hibernate.Session> sessions = new HashMap<>();

    void send(String user) {
        sessions.get(user).sendAll();
    }
}

@ServerEndpoint("/shared")
class SharedEndpoint {
    // clean-next state/connection-registry -- what is sent goes to every replica through Redis
    private static final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private static StringRedisTemplate redis;

    @OnOpen
    public void opened(Session session) {
        sessions.put(session.getId(), session);
    }

    public void received(String text) {
        sessions.values().forEach(each -> each.getAsyncRemote().sendText(text));
    }

    public static void send(String text) {
        redis.convertAndSend("notices", text);
    }
}
