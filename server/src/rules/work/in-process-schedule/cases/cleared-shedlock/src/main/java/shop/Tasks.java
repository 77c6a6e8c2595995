package shop;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;

class Tasks {
    private OrderMapper orderMapper;

    // clean-next work/in-process-schedule -- ShedLock on this very method
    @Scheduled(cron = "0 0 2 * * *")
    @SchedulerLock(name = "expire")
    void expire() {
        orderMapper.deleteExpired();
    }

    // clean-next work/in-process-schedule -- ShedLock behind an annotation of the workspace
    @Scheduled(cron = "0 0 3 * * *")
    @OncePerCluster
    void close() {
        orderMapper.updateClosed();
    }

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 4 * * *")
    void forgotten() {
        orderMapper.insertSummary();
    }
}
