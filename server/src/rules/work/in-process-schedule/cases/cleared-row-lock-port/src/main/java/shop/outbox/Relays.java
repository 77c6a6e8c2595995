package shop.outbox;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Relays {
    private final OrderOutboxRelay orders;
    private final OrderRepository all;

    public Relays(OrderOutboxRelay orders, OrderRepository all) {
        this.orders = orders;
        this.all = all;
    }

    // expect-next work/in-process-schedule info -- the class that it calls is named after the rows that are locked
    @Scheduled(fixedDelay = 5000)
    public void publish() {
        orders.publishWaiting();
    }

    // expect-next work/in-process-schedule error -- orders are not the rows that are locked
    @Scheduled(fixedDelay = 5000)
    public void book() {
        all.save(new Order());
    }
}
