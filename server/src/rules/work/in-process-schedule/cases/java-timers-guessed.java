package shop.task;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
class ReportScheduler {

    private ScheduledExecutorService executor;
    private ReportSender reportSender;
    private TransactionService transactions;

    void start() {
        // expect-next work/in-process-schedule warning {what=reportSender.send()}
        executor.scheduleAtFixedRate(() -> reportSender.send(), 0, 1, TimeUnit.HOURS);
    }

    void every(Runnable task, int seconds) {
        // clean-next work/in-process-schedule -- runs what its callers hand over: the job is theirs
        executor.scheduleWithFixedDelay(() -> transactions.process(task), 0, seconds, TimeUnit.SECONDS);
    }
}

class LoadWorker {

    private final Timer timer = new Timer(true);
    private ConsoleSender console;

    void run() {
        // clean-next work/in-process-schedule -- a program of its own that reports to its console; nothing says that replicas have it
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                console.send();
            }
        }, 0, 500);
    }
}
