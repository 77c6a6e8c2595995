package shop.push;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Component
class EmitterRepository {
    // expect-next state/connection-registry error {field=emitters}
    private final Map<Long, SseEmitter> emitters = new ConcurrentHashMap<>();

    public void save(Long member, SseEmitter emitter) {
        emitters.put(member, emitter);
    }

    public SseEmitter find(Long member) {
        return emitters.get(member);
    }
}

@Component
class EmitterCount {
    // clean-next state/connection-registry -- nobody gets at it
    private final Map<Long, SseEmitter> open = new ConcurrentHashMap<>();

    public void opened(Long member, SseEmitter emitter) {
        open.put(member, emitter);
    }

    public int size() {
        return open.size();
    }
}
