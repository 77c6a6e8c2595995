package shop.task;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

@Component
public class Clockwork implements Repeating {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    // clean-next work/in-process-schedule -- the callers have the job
    public void scheduleTask(Runnable task, int minutes) {
        executor.scheduleWithFixedDelay(task, minutes, minutes, TimeUnit.MINUTES);
    }

    public void scheduleOnce(Runnable task) {
        executor.schedule(task, 1, TimeUnit.MINUTES);
    }
}
