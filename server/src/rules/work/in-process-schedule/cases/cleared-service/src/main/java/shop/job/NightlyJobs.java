package shop.job;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import shop.order.*;

@Component
public class NightlyJobs {
    private final OrderService orderService;
    private final PriceService priceService;
    private final RateService rateService;
    private final LeaderService leaderService;
    private final LockingService lockingService;
    private final PurgeService purgeService;
    private final RemoteService remoteService;

    public NightlyJobs(OrderService orderService, PriceService priceService, RateService rateService, LeaderService leaderService, LockingService lockingService, PurgeService purgeService, RemoteService remoteService) {
        this.orderService = orderService;
        this.priceService = priceService;
        this.rateService = rateService;
        this.leaderService = leaderService;
        this.lockingService = lockingService;
        this.purgeService = purgeService;
        this.remoteService = remoteService;
    }

    // expect-next work/in-process-schedule error {what=orderService.expireUnpaid()} -- the implementation of the interface changes rows
    @Scheduled(cron = "0 0 2 * * *")
    public void expire() {
        orderService.expireUnpaid();
    }

    // clean-next work/in-process-schedule -- the service fills memory of its own
    @Scheduled(cron = "0 0 3 * * *")
    public void apply() {
        priceService.applyTable();
    }

    // expect-next work/in-process-schedule info {what=rateService.collectRates()} -- the service only reads
    @Scheduled(cron = "0 0 4 * * *")
    public void collect() {
        rateService.collectRates();
    }

    // expect-next work/in-process-schedule info {what=leaderService.settleOrders()} -- the service asks whether it leads
    @Scheduled(cron = "0 0 5 * * *")
    public void settle() {
        leaderService.settleOrders();
    }

    // clean-next work/in-process-schedule -- the service takes a lock that replicas share
    @Scheduled(cron = "0 0 6 * * *")
    public void bill() {
        lockingService.issueInvoices();
    }

    // expect-next work/in-process-schedule warning {what=purgeService.removeExpired()} -- removing twice leaves what removing once leaves
    @Scheduled(cron = "0 0 7 * * *")
    public void purge() {
        purgeService.removeExpired();
    }

    // expect-next work/in-process-schedule warning {what=remoteService.submitReport()} -- no file shows what it does
    @Scheduled(cron = "0 0 8 * * *")
    public void report() {
        remoteService.submitReport();
    }

    // expect-next work/in-process-schedule warning {what=orderService.expireUnpaid()} -- another method of that name takes parameters
    @Scheduled(cron = "0 0 9 * * *")
    public void expireSome() {
        orderService.expireUnpaid(7, "web");
    }
}
