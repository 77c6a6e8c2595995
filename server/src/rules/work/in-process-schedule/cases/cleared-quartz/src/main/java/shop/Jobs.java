package shop;

import org.quartz.Scheduler;
import org.springframework.scheduling.annotation.Scheduled;

class Jobs {
    private Scheduler scheduler;
    private OrderMapper orderMapper;

    void add(Object job, Object trigger) throws Exception {
        // clean-next work/in-process-schedule -- the jobs are in the database and run once per cluster
        scheduler.scheduleJob(job, trigger);
    }

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 2 * * *")
    void expire() {
        orderMapper.bookInterest();
    }
}
