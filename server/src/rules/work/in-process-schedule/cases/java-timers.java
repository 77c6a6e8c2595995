package shop.task;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.Scheduler;

public class Timers {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final Timer timer = new Timer();
    private OrderRepository orders;
    private Session session;
    private Scheduler scheduler;

    void start() {
        // expect-next work/in-process-schedule info {job=close, what=orders.deleteExpired()}
        executor.scheduleAtFixedRate(this::close, 0, 1, TimeUnit.HOURS);
        //       ^^^^^^^^^^^^^^^^^^^ -- the call
        // expect-next work/in-process-schedule error
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                orders.save(null);
            }
        }, 0, 60000);
        // clean-next work/in-process-schedule -- keeps its own connection alive
        executor.scheduleWithFixedDelay(() -> session.sendPing(), 30, 30, TimeUnit.SECONDS);
        // clean-next work/in-process-schedule -- once
        timer.schedule(new Once(), 1000);
    }

    private void close() {
        orders.deleteExpired();
    }

    void register(Object job, Object trigger) throws Exception {
        // expect-next work/in-process-schedule warning {job=Timers}
        scheduler.scheduleJob(job, trigger);
    }

    class Once extends TimerTask {
        @Override
        public void run() {
            orders.save(null);
        }
    }
}

class Cleaning {
    private DataSource dataSource;

    void start() {
        // expect-next work/in-process-schedule error {what=statement.executeUpdate()}
        new Timer(true).schedule(new TimerTask() {
            @Override
            public void run() {
                PreparedStatement statement = prepare();
                statement.setString(1, "old");
                statement.executeUpdate();
            }
        }, 0, 60000);
    }

    void startSenior(ClusterView cluster) {
        // expect-next work/in-process-schedule info -- the oldest member alone does it
        new Timer(true).schedule(new TimerTask() {
            @Override
            public void run() {
                if (cluster.isSeniorMember()) {
                    PreparedStatement statement = prepare();
                    statement.executeUpdate();
                }
            }
        }, 0, 60000);
    }
}
