package shop.task;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class Doubts {
    private ScheduledExecutorService executor;
    private OrderMapper orderMapper;
    private NodeInfoDao nodeInfoDao;
    private RestTemplate restTemplate;
    private Settings settings;
    @Value("${shop.export.enabled:false}")
    private boolean exportEnabled;

    // expect-next work/in-process-schedule warning {setting=shop.export.enabled, what=orderMapper.insertExport()}
    @Scheduled(cron = "0 0 1 * * *")
    public void export() {
        if (!exportEnabled) {
            return;
        }
        orderMapper.insertExport();
    }

    // expect-next work/in-process-schedule warning {setting=settings.getReportUrl(), what=restTemplate.postForEntity()}
    @Scheduled(cron = "0 0 2 * * *")
    public void report() {
        if (Texts.isBlank(settings.getReportUrl())) {
            return;
        }
        restTemplate.postForEntity(settings.getReportUrl(), null, String.class);
    }

    // expect-next work/in-process-schedule info {what=orderMapper.deleteExpired()}
    @Scheduled(cron = "0 0 3 * * *")
    public void expire() {
        if (orderMapper.findExpired().isEmpty()) {
            return;
        }
        orderMapper.deleteExpired();
    }

    // expect-next work/in-process-schedule warning -- the row's version lets one replica win
    @Scheduled(cron = "0 0 4 * * *")
    public void confirm() {
        for (Order order : orderMapper.findShipped()) {
            if (orderMapper.updateWithVersion(order) == 0) {
                order.forget();
            }
        }
    }

    // expect-next work/in-process-schedule warning -- nor does it when nobody looks at the number
    @Scheduled(cron = "0 0 5 * * *")
    public void complete() {
        orderMapper.findShipped().forEach(order -> orderMapper.updateWithOptimisticLocker(order));
    }

    void start() {
        // clean-next work/in-process-schedule -- every replica reports itself
        executor.scheduleAtFixedRate(() -> nodeInfoDao.updateSeen(Host.name()), 1, 1, TimeUnit.MINUTES);
        // clean-next work/in-process-schedule -- the file shows that the object only changes itself
        executor.scheduleAtFixedRate(new Tick(new TickProcessor()), 1, 1, TimeUnit.MINUTES);
    }

    static class TickProcessor {
        private final AtomicLong last = new AtomicLong();

        void process(long now) {
            last.set(now);
        }
    }

    static class Tick implements Runnable {
        private final TickProcessor parent;

        Tick(TickProcessor parent) {
            this.parent = parent;
        }

        @Override
        public void run() {
            parent.process(System.currentTimeMillis());
        }
    }

    // expect-next work/in-process-schedule warning -- an event stays in the process; what listens to it is written elsewhere
    @Scheduled(fixedRate = 5000)
    public void announceBoard() {
        eventPublisher.publishEvent("board");
    }

    private org.springframework.context.ApplicationEventPublisher eventPublisher;
}

@Component
class Invoices {
    private InvoiceMapper invoiceMapper;

    // expect-next work/in-process-schedule warning {job=issue (cron = 0 0 1 * * *)} -- the database refuses the second one
    @Scheduled(cron = "0 0 1 * * *")
    public void issue() {
        try {
            invoiceMapper.insertMonthly();
        } catch (DuplicateKeyException e) {
            log.debug("issued already");
        }
    }

    // expect-next work/in-process-schedule error {job=remind (cron = 0 0 2 * * *)} -- what another job catches says nothing of this one
    @Scheduled(cron = "0 0 2 * * *")
    public void remind() {
        try {
            invoiceMapper.insertReminders(); // DuplicateKeyException does not occur
        } catch (IllegalStateException e) {
            log.warn("no reminders", e);
        }
    }
}

@Component
class Selections {
    private OrderMapper orderMapper;

    // expect-next work/in-process-schedule error {job=ship (cron = 0 0 3 * * *)} -- a chosen order says nothing of who does the work
    @Scheduled(cron = "0 0 3 * * *")
    public void ship() {
        for (Order order : orderMapper.findOpen()) {
            if (order.isSelected() && order.determineRoute()) {
                orderMapper.updateShipped(order);
            }
        }
    }
}
