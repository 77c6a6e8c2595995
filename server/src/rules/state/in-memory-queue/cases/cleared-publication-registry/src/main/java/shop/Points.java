package shop;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
public class Points {
    @Async
    @TransactionalEventListener
    // clean-next state/in-memory-queue -- the event stays in a table until it is handled
    public void ordered(OrderPlaced event) {
    }
}
