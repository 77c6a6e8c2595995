package shop.push;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.store.RedissonStoreFactory;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

@Service
class Alarms {
    // expect-next state/connection-registry error {field=emitters}
    private final Map<Long, SseEmitter> emitters = new ConcurrentHashMap<>();
    // clean-next state/connection-registry -- nothing is sent through it
    private final Map<Long, SseEmitter> closed = new ConcurrentHashMap<>();

    SseEmitter subscribe(Long member) {
        SseEmitter emitter = new SseEmitter();
        emitters.put(member, emitter);
        emitter.onCompletion(() -> closed.put(member, emitters.remove(member)));
        return emitter;
    }

    void send(Long member, Object event) throws Exception {
        SseEmitter emitter = emitters.get(member);
        if (emitter != null) {
            emitter.send(event);
        }
    }
}

@RestController
class Approvals {
    // expect-next state/connection-registry error {field=waiting}
    private final Map<String, DeferredResult<String>> waiting = new ConcurrentHashMap<>();

    DeferredResult<String> await(String id) {
        DeferredResult<String> result = new DeferredResult<>();
        waiting.put(id, result);
        return result;
    }

    void approve(String id) {
        waiting.remove(id).setResult("approved");
    }

    DeferredResult<String> once(String id) {
        // clean-next state/connection-registry -- belongs to this call
        Map<String, DeferredResult<String>> local = new ConcurrentHashMap<>();
        local.put(id, new DeferredResult<>());
        local.get(id).setResult("now");
        return local.get(id);
    }
}

class Feed {
    // expect-next state/connection-registry warning {field=all}
    static final ChannelGroup all = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    void joined(Channel channel) {
        all.add(channel);
    }

    void publish(Object price) {
        all.writeAndFlush(price);
    }
}

class BrokerConfig implements WebSocketMessageBrokerConfigurer {
    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        // expect-next state/connection-registry error
        registry.enableSimpleBroker("/topic");
    }
}

class SocketIo {
    SocketIOServer alone(Configuration config) {
        // expect-next state/connection-registry error
        return new SocketIOServer(config);
    }
}

class SharedSocketIo {
    SocketIOServer shared(Configuration config) {
        config.setStoreFactory(new RedissonStoreFactory());
        // clean-next state/connection-registry -- rooms are kept in Redis
        return new SocketIOServer(config);
    }
}
