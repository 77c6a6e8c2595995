package shop.task;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PostConstruct;
import org.springframework.stereotype.Component;
import shop.order.OrderRepository;

@Component
public class Start {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private Repeating repeating;
    private OrderRepository orders;

    @PostConstruct
    public void start() {
        // expect-next work/in-process-schedule info {job=ExpireOrders, what=orders.deleteUnpaid()}
        repeating.scheduleTask(new ExpireOrders(orders), 5);
        // expect-next work/in-process-schedule error {what=orders.closeDay()}
        repeating.scheduleTask(() -> orders.closeDay(), 60);
        // expect-next work/in-process-schedule info {job=ExpireOrders, what=orders.deleteUnpaid()}
        executor.scheduleAtFixedRate(new ExpireOrders(orders), 5, 5, TimeUnit.MINUTES);
        // clean-next work/in-process-schedule -- the other file shows that it stays in the process
        repeating.scheduleTask(new ForgetTickets(), 5);
        // clean-next work/in-process-schedule -- runs once
        repeating.scheduleOnce(new ExpireOrders(orders));
    }
}
