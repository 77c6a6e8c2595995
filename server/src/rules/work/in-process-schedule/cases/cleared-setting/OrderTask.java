package shop;

import org.springframework.scheduling.annotation.Scheduled;

class OrderTask {
    private OrderRepository orders;

    // expect-next work/in-process-schedule warning
    @Scheduled(cron = "0 0 2 * * *")
    void expire() {
        orders.bookInterest();
    }
}
