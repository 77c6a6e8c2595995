package shop;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class OrderTask {
    private OrderRepository orders;

    // expect-next work/in-process-schedule info
    @Scheduled(fixedRate = 3_600_000) public void expire() {
        orders.deleteExpired();
    }
}
