package org.acme.meta;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

@Service
class MetaService {
    private final AtomicBoolean started = new AtomicBoolean(false);

    public String addressOf(String name) {
        if (started.compareAndSet(false, true)) {
            refreshRegularly();
        }
        return name;
    }

    private void refreshRegularly() {
        // clean-next work/unmanaged-thread -- made once in the life of the service
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        timer.scheduleAtFixedRate(() -> addressOf("all"), 1, 1, TimeUnit.MINUTES);
    }
}

@Service
class ReportService {
    public void report(Runnable work) {
        // expect-next work/unmanaged-thread info
        Executors.newFixedThreadPool(2).execute(work);
    }
}
