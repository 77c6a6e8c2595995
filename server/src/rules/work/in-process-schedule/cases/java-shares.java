package shop.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ParcelJobs {
    private final ParcelRepository parcelRepository;
    private final DraftRepository draftRepository;
    private final ReportRunRepository reportRunRepository;
    private final CourierApi courierApi;
    private final HashRing ring;
    private final BlockingDeque<Scan> scans;
    private final Map<Long, Parcel> watched = new ConcurrentHashMap<>();
    private ParcelLockProvider parcelLocks;
    private String serverId;

    public ParcelJobs(ParcelRepository parcelRepository, DraftRepository draftRepository, ReportRunRepository reportRunRepository, CourierApi courierApi, HashRing ring, boolean buffered) {
        this.parcelRepository = parcelRepository;
        this.draftRepository = draftRepository;
        this.reportRunRepository = reportRunRepository;
        this.courierApi = courierApi;
        this.ring = ring;
        if (buffered) {
            this.scans = new LinkedBlockingDeque<>(1000);
        } else {
            this.scans = null;
        }
    }

    // clean-next work/in-process-schedule -- each pod writes what it has collected itself
    @Scheduled(fixedDelay = 5000)
    public void writeScans() {
        Set<Scan> taken = new HashSet<>();
        if (scans.drainTo(taken) > 0) parcelRepository.saveScans(taken);
    }

    // expect-next work/in-process-schedule info {what=isMine()} -- a hash ring gives each row to one server
    @Scheduled(fixedDelay = 1000)
    public void dispatchParcels() {
        for (Parcel parcel : parcelRepository.findWaiting()) {
            if (!isMine(parcel.getId())) continue;
            courierApi.dispatch(parcel);
            parcelRepository.markDispatched(parcel.getId());
        }
    }

    private boolean isMine(Long id) {
        return ring.get(id).equals(serverId);
    }

    // expect-next work/in-process-schedule info {what=draftRepository.deleteById()} -- the second one who removes a row finds nothing
    @Scheduled(cron = "0 0 1 * * *")
    public void dropOldDrafts() {
        draftRepository.findOlderThan(Duration.ofDays(30)).forEach(draft -> draftRepository.deleteById(draft.getId()));
    }

    // expect-next work/in-process-schedule info {what=draftRepository.deleteAll()} -- what was found goes, and the second one finds it gone
    @Scheduled(cron = "0 0 2 * * *")
    public void dropAbandonedDrafts() {
        List<Draft> abandoned = draftRepository.findAbandoned();
        draftRepository.deleteAll(abandoned);
    }

    // expect-next work/in-process-schedule error {what=parcelRepository.close()} -- more than rows that go
    @Scheduled(cron = "0 0 3 * * *")
    public void closeLost() {
        for (Parcel parcel : parcelRepository.findLost()) {
            parcelRepository.close(parcel);
            draftRepository.delete(parcel.getDraft());
        }
    }

    // expect-next work/in-process-schedule info {what=parcelLocks.withLockIfFree()} -- other files tell what the lock is
    @Scheduled(cron = "0 0 4 * * *")
    public void settle() {
        parcelLocks.withLockIfFree("settle", () -> parcelRepository.bookFees());
    }

    // expect-next work/in-process-schedule warning {what=parcelRepository.saveReport()} -- a stored time mostly keeps the second one from it
    @Scheduled(fixedDelay = 60000)
    public void report() {
        ReportRun last = reportRunRepository.findById("parcels");
        if (last == null || System.currentTimeMillis() - last.getTime() > 3600000) {
            parcelRepository.saveReport();
            reportRunRepository.save(new ReportRun("parcels", System.currentTimeMillis()));
        }
    }

    // expect-next work/in-process-schedule error {what=parcelRepository.bookFees()} -- a time that only this pod knows
    @Scheduled(fixedDelay = 60000)
    public void bookFees() {
        long started = System.currentTimeMillis();
        parcelRepository.bookFees();
        if (System.currentTimeMillis() - started > 5000) System.out.println("slow");
    }

    // expect-next work/in-process-schedule info -- goes through what this pod watches
    @Scheduled(fixedDelay = 1000)
    public void watch() {
        watched.values().forEach(courierApi::locate);
        for (Parcel parcel : watched.values()) courierApi.locate(parcel);
    }
}
