package shop;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

class JobsConfig implements SchedulingConfigurer {

    private OrderRepository orders;
    private TaskScheduler taskScheduler;
    private PriceCache prices;

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        // expect-next work/in-process-schedule info {job=configureTasks (cron = 0 0 2 * * *)}
        registrar.addCronTask(() -> orders.deleteExpired(), "0 0 2 * * *");
        //        ^^^^^^^^^^^
        // clean-next work/in-process-schedule -- each process looks after its own memory
        registrar.addFixedRateTask(() -> prices.evictStale(), 60_000);
        // clean-next work/in-process-schedule -- switched off
        registrar.addCronTask(() -> orders.deleteExpired(), "-");
    }

    void start() {
        // expect-next work/in-process-schedule error
        taskScheduler.schedule(this::closeDay, new CronTrigger("0 0 3 * * *"));
        // clean-next work/in-process-schedule -- runs once
        taskScheduler.schedule(this::closeDay, java.time.Instant.now());
    }

    private void closeDay() {
        orders.updateAll();
    }
}
