package charge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

class Station {
    final WebSocketSession session;
    final long since;

    Station(WebSocketSession session, long since) {
        this.session = session;
        this.since = since;
    }
}

public class StationStore {
    // expect-next state/connection-registry error {field=stations} -- whoever sends a command finds the station's socket here
    private final ConcurrentHashMap<String, Deque<Station>> stations = new ConcurrentHashMap<>();
    // clean-next state/connection-registry -- when a station was last seen, not how it is connected
    private final ConcurrentHashMap<String, Long> seen = new ConcurrentHashMap<>();

    public void add(String id, WebSocketSession session) {
        Station station = new Station(session, System.currentTimeMillis());
        Deque<Station> all = stations.computeIfAbsent(id, key -> new ArrayDeque<>());
        all.addLast(station);
        seen.put(id, station.since);
    }

    public WebSocketSession getSession(String id) {
        return stations.get(id).getLast().session;
    }
}

class Exchange {
    // clean-next state/connection-registry -- an object of one message, which knows whom it answers
    private final List<Station> waiting = new CopyOnWriteArrayList<>();

    void answer(WebSocketSession session) throws Exception {
        waiting.add(new Station(session, 0));
        for (Station each : waiting) each.session.sendMessage(new TextMessage("ok"));
    }
}
