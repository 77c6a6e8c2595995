package shop;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class OrderTask {
    private OrderMapper orderMapper;

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 2 * * *")
    public void expire() {
        orderMapper.cancelUnpaid();
    }
}
