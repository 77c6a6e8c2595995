package org.acme.releases;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

@RestController
class Notices implements ReleaseListener {
    // clean-next state/connection-registry -- each replica reads the release messages and completes its own
    private final Map<String, DeferredResult<String>> waiting = new ConcurrentHashMap<>();

    @GetMapping("/notices")
    public DeferredResult<String> poll(String name) {
        DeferredResult<String> result = new DeferredResult<>(30_000L);
        waiting.put(name, result);
        return result;
    }

    @Override
    public void handle(ReleaseMessage message, String channel) {
        DeferredResult<String> result = waiting.remove(message.getName());
        if (result != null) {
            result.setResult(message.getVersion());
        }
    }
}

@RestController
class Confirmations {
    // expect-next state/connection-registry error {field=waiting}
    private final Map<String, DeferredResult<String>> waiting = new ConcurrentHashMap<>();

    @GetMapping("/confirmations")
    public DeferredResult<String> poll(String id) {
        DeferredResult<String> result = new DeferredResult<>(30_000L);
        waiting.put(id, result);
        return result;
    }

    @PostMapping("/confirmations")
    public void confirm(String id) {
        waiting.remove(id).setResult("confirmed");
    }
}

class Devices extends TextWebSocketHandler {
    // expect-next state/connection-registry error {field=waiting} -- a device sends its message to one replica alone
    private final Map<String, DeferredResult<String>> waiting = new ConcurrentHashMap<>();

    public DeferredResult<String> ask(String device) {
        DeferredResult<String> result = new DeferredResult<>(30_000L);
        waiting.put(device, result);
        return result;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        waiting.remove(session.getId()).setResult(message.getPayload());
    }
}
