package shop;

import org.quartz.Scheduler;

class Jobs {
    private Scheduler scheduler;

    void add(Object job, Object trigger) throws Exception {
        // clean-next work/in-process-schedule -- told at the setting of the store
        scheduler.scheduleJob(job, trigger);
    }
}
