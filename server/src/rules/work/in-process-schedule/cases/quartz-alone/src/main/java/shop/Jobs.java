package shop;

import org.quartz.Scheduler;

class Jobs {
    private Scheduler scheduler;

    void add(Object job, Object trigger) throws Exception {
        // clean-next work/in-process-schedule -- the settings of the store are where it is told
        scheduler.scheduleJob(job, trigger);
    }
}
