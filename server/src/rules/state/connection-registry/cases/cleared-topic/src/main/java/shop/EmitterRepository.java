package shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Component
public class EmitterRepository {
    // expect-next state/connection-registry warning {field=emitters} -- the listener may reach it through a service
    private final Map<Long, SseEmitter> emitters = new ConcurrentHashMap<>();

    public void save(Long member, SseEmitter emitter) {
        emitters.put(member, emitter);
    }

    public SseEmitter find(Long member) {
        return emitters.get(member);
    }
}
