package shop;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
class Watching {
    private final Watcher watcher = new Watcher();

    // clean-next state/in-memory-queue -- a worker of the process that never ends: nothing was accepted
    @Async
    @EventListener
    public void watch(OrderPlaced event) {
        for (; ; ) {
            watcher.next();
        }
    }
}
