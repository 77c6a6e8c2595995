package shop.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class UsageWriter {
    private static final List<String> KINDS = List.of("order", "coupon");

    private final Map<Long, String> lastUsed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final LongAdder views = new LongAdder();
    private final Map<Long, Basket> baskets = new ConcurrentHashMap<>();
    private List<Visit> batch = new ArrayList<>();
    private String rates = "";
    private TokenDao tokenDao;
    private VisitRepository visitRepository;
    private MailService mailService;
    private BillingService billingService;
    private NodeChannels channelService;
    private RestTemplate restTemplate;
    private TempOrderRepository tempOrderRepository;

    // clean-next work/in-process-schedule -- writes what this pod has noted: another one has noted other things
    @Scheduled(fixedDelay = 5000)
    public void writeLastUsed() {
        Map<Long, String> noted = cloneAndClear();
        if (!noted.isEmpty()) {
            tokenDao.updateLastUsed(noted);
        }
    }

    private Map<Long, String> cloneAndClear() {
        synchronized (lastUsed) {
            Map<Long, String> copy = new HashMap<>(lastUsed);
            lastUsed.clear();
            return copy;
        }
    }

    // clean-next work/in-process-schedule -- passes on what waits in this pod
    @Scheduled(fixedDelay = 5000)
    public void writeVisits() {
        Visit visit = visits.poll();
        while (visit != null) {
            visitRepository.save(visit);
            visit = visits.poll();
        }
    }

    // clean-next work/in-process-schedule -- whoever gets the queue empties it
    @Scheduled(fixedDelay = 5000)
    public void handOver() {
        visitRepository.saveAll(visits);
    }

    // clean-next work/in-process-schedule -- adds what this pod has counted
    @Scheduled(fixedDelay = 5000)
    public void writeViews() {
        visitRepository.addViews(views.sumThenReset());
    }

    // clean-next work/in-process-schedule -- passes on what this pod has collected
    @Scheduled(fixedDelay = 5000)
    public void writeBatch() {
        List<Visit> full = new ArrayList<>(batch);
        batch = new ArrayList<>();
        visitRepository.saveAll(full);
    }

    // expect-next work/in-process-schedule info {what=visitRepository.findRates()}
    @Scheduled(fixedDelay = 5000)
    public void loadRates() {
        rates = visitRepository.findRates();
    }

    // expect-next work/in-process-schedule warning {what=mailService.sendReminderMail()}
    @Scheduled(fixedDelay = 5000)
    public void remind() {
        // Whether another pod keeps the same baskets, only the reader knows.
        for (Basket basket : baskets.values()) {
            mailService.sendReminderMail(basket);
        }
    }

    // expect-next work/in-process-schedule info {what=visitRepository.deleteOld()}
    @Scheduled(fixedDelay = 5000)
    public void thinOut() {
        for (String kind : KINDS) {
            visitRepository.deleteOld(kind);
        }
    }

    // expect-next work/in-process-schedule error {what=visitRepository.bookMonth()}
    @Scheduled(fixedDelay = 5000)
    public void bookMonth() {
        visitRepository.bookMonth();
        lastUsed.clear();
    }

    // clean-next work/in-process-schedule -- each pod keeps its own connections alive
    @Scheduled(fixedDelay = 5000)
    public void keepAlive() {
        channelService.sendToAll("ping");
    }

    // clean-next work/in-process-schedule -- a sign of life of this pod
    @Scheduled(fixedDelay = 5000)
    public void pingRegistry() {
        restTemplate.postForObject("/alive", null, String.class);
    }

    // clean-next work/in-process-schedule -- connections are of this pod
    @Scheduled(fixedDelay = 5000)
    public void closeIdleConnections() {
        channelService.closeIdle();
    }

    // expect-next work/in-process-schedule info {what=tempOrderRepository.deleteAll()} -- rows, whatever they are called
    @Scheduled(fixedDelay = 5000)
    public void clearTemp() {
        tempOrderRepository.deleteAll();
    }

    // expect-next work/in-process-schedule warning {what=restTemplate.postForObject()} -- it asks more than it changes
    @Scheduled(fixedDelay = 5000)
    public void checkForUpdates() {
        restTemplate.postForObject("/version", null, String.class);
    }

    // expect-next work/in-process-schedule info {what=restTemplate.exchange()}
    @Scheduled(fixedDelay = 5000)
    public void readPrices() {
        restTemplate.exchange("/prices", HttpMethod.GET, null, String.class);
    }

    // expect-next work/in-process-schedule warning {what=billingService.chargeShipping()} -- shipping is no ping
    @Scheduled(fixedDelay = 5000)
    public void chargeShipping() {
        billingService.chargeShipping();
    }

    // clean-next work/in-process-schedule -- each pod renews the cache that it has
    @Scheduled(fixedRate = 3600000)
    @CacheEvict(value = "rates", allEntries = true)
    public void fetchRates() {
        visitRepository.findRates();
    }

    // expect-next work/in-process-schedule error {what=visitRepository.bookMonth()} -- the mark says nothing of what it changes besides
    @Scheduled(fixedRate = 3600000)
    @CacheEvict(value = "months", allEntries = true)
    public void bookAgain() {
        visitRepository.bookMonth();
    }
}
