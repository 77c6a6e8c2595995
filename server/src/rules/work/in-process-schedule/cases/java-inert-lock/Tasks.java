package shop;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;

class Tasks {
    private OrderMapper orderMapper;

    // expect-next work/in-process-schedule info
    @Scheduled(cron = "0 0 2 * * *")
    @SchedulerLock(name = "expire")
    void expire() {
        orderMapper.deleteExpired();
    }
}
