package shop.orders;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class OrderTask {

    private final OrderRepository orders;

    OrderTask(OrderRepository orders) {
        this.orders = orders;
    }

                                                   
    @Scheduled(cron = "${orders.expire.cron:0 30 2 * * MON-FRI}", zone = "Asia/Seoul")
    @SchedulerLock(name = "OrderTask.expire", lockAtMostFor = "PT10M", lockAtLeastFor = "PT30S")
    void expire() {
        orders.deleteExpired();
    }
}
