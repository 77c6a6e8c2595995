package shop;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class OrderTask {
    private OrderMapper orderMapper;

                                                 
    @Scheduled(cron = "0 0 2 * * *")
    @SchedulerLock(name = "OrderTask.expire", lockAtMostFor = "PT10M", lockAtLeastFor = "PT30S")
    public void expire() {
        orderMapper.cancelUnpaid();
    }
}
