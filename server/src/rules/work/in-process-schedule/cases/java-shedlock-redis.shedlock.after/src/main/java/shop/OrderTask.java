package shop;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class OrderTask {
    private OrderRepository orders;

                                                   
    @Scheduled(fixedRate = 3_600_000) @SchedulerLock(name = "OrderTask.expire", lockAtMostFor = "PT60M", lockAtLeastFor = "PT3240S") public void expire() {
        orders.deleteExpired();
    }
}
