package shop.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

class Clock {

    private final Timer timer = new Timer("clock", true);
    private final Map<TimerTask, Wrapped> tasks = new HashMap<>();
    private OrderRepository orders;

    void schedule(TimerTask task, long delay, long period) {
        Wrapped wrapped = new Wrapped(task);
        tasks.put(task, wrapped);
        // clean-next work/in-process-schedule -- wraps what its callers hand over: the job is theirs
        timer.schedule(wrapped, delay, period);
    }

    void begin(String region) {
        Expiry expiry = new Expiry(region);
        // expect-next work/in-process-schedule -- a task of its own, which is only told a name
        timer.schedule(expiry, 0, 60000);
    }

    class Wrapped extends TimerTask {
        private final TimerTask task;

        Wrapped(TimerTask task) {
            this.task = task;
        }

        @Override
        public void run() {
            task.run();
        }
    }

    class Expiry extends TimerTask {
        private final String region;

        Expiry(String region) {
            this.region = region;
        }

        @Override
        public void run() {
            orders.deleteExpired(region);
        }
    }
}
