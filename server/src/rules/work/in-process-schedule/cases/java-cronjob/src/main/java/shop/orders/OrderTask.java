package shop.orders;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class OrderTask {

    private final OrderRepository orders;

    OrderTask(OrderRepository orders) {
        this.orders = orders;
    }

    // expect-next work/in-process-schedule info
    @Scheduled(cron = "${orders.expire.cron:0 30 2 * * MON-FRI}", zone = "Asia/Seoul")
    void expire() {
        orders.deleteExpired();
    }
}
