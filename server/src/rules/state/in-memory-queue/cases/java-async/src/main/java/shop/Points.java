package shop;

import java.util.concurrent.Future;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
public class Points {
    @Async
    @EventListener
    // expect-next state/in-memory-queue warning {method=ordered, count=2}
    public void ordered(OrderPlaced event) {
    }

    @Async
    // clean-next state/in-memory-queue -- told with the first place
    public void remind(String member) {
    }

    @Async
    // clean-next state/in-memory-queue -- throws away what this process has made for a while
    public void cleanTemporaryStatement(String member) {
    }

    @Async
    // clean-next state/in-memory-queue -- the caller can wait for it
    public Future<String> rate(String member) {
        return null;
    }
}
