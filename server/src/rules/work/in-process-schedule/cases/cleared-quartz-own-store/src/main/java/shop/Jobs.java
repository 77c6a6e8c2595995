package shop;

import org.quartz.Scheduler;

class Jobs {
    private Scheduler scheduler;

    void add(Object job, Object trigger) throws Exception {
        // expect-next work/in-process-schedule info
        scheduler.scheduleJob(job, trigger);
    }
}
