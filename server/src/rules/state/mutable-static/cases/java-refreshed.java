package org.acme.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PostConstruct;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@Service
class Addresses {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final RestTemplate rest = new RestTemplate();

    // clean-next state/mutable-static -- a task that hands itself to the timer again fetches it anew
    private final Map<String, List<Address>> cache = new ConcurrentHashMap<>();

    @PostConstruct
    public void begin() {
        timer.schedule(new Refresh(), 1, TimeUnit.MILLISECONDS);
    }

    public List<Address> addressesOf(String region) {
        return cache.get(region);
    }

    private class Refresh implements Runnable {
        @Override
        public void run() {
            fetch("eu");
            timer.schedule(new Refresh(), 30, TimeUnit.SECONDS);
        }
    }

    private void fetch(String region) {
        Address[] found = rest.getForObject("http://registry/" + region, Address[].class);
        cache.put(region, Arrays.asList(found));
    }
}

@Component
class Regions {
    private final RegionClient client;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    // clean-next state/mutable-static -- each process finds out on its timer which region answers
    private final Map<String, Boolean> upByRegion = new ConcurrentHashMap<>();

    // clean-next state/mutable-static -- filled where it is absent, and again each minute
    private final Map<String, String> hostCache = new ConcurrentHashMap<>();

    Regions(RegionClient client) {
        this.client = client;
    }

    @PostConstruct
    void watch() {
        upByRegion.put("eu", true);
        timer.scheduleWithFixedDelay(() -> {
            upByRegion.put("eu", client.health("eu").isUp());
            for (String hosts : hostCache.keySet()) {
                choose(hosts);
            }
        }, 1, 10, TimeUnit.SECONDS);
    }

    boolean isUp(String region) {
        return upByRegion.get(region);
    }

    public String hostOf(String hosts) {
        if (hostCache.get(hosts) == null) {
            choose(hosts);
        }
        return hostCache.get(hosts);
    }

    private void choose(String hosts) {
        hostCache.put(hosts, client.selectHost(hosts));
    }
}

@Service
class Releases {
    private final ReleaseRepository repository;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    // clean-next state/mutable-static -- a thread of each process reads what is new again and again
    private final Map<String, Release> releases = new ConcurrentHashMap<>();

    Releases(ReleaseRepository repository) {
        this.repository = repository;
    }

    @PostConstruct
    void begin() {
        worker.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                load();
                TimeUnit.SECONDS.sleep(1);
            }
            return null;
        });
    }

    Release releaseOf(String name) {
        return releases.get(name);
    }

    private void load() {
        repository.findAll().forEach(this::merge);
    }

    private void merge(Release release) {
        releases.put(release.getName(), release);
    }
}

@RestController
class Drafts {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    // expect-next state/mutable-static error {field=drafts}
    private final Map<String, String> drafts = new ConcurrentHashMap<>();

    @PostConstruct
    void begin() {
        timer.scheduleAtFixedRate(() -> drafts.remove("old"), 1, 1, TimeUnit.MINUTES);
    }

    @PostMapping("/drafts")
    public void save(String user, String text) {
        drafts.put(user, text);
    }

    @GetMapping("/drafts")
    public String draft(String user) {
        return drafts.get(user);
    }
}

@Service
class Failures implements StartListener {
    // clean-next state/mutable-static -- what went wrong in this very process
    private final List<Failure> failed = new LinkedList<>();

    @Override
    public void startFailed(Object part, Throwable exception) {
        failed.add(new Failure(part, exception));
    }

    List<Failure> failed() {
        return new ArrayList<>(failed);
    }
}

class Panels<T> {
    // clean-next state/mutable-static -- one object for each class of the program
    private static final List<Panels<?>> all = new ArrayList<>();
    private final Class<T> type;

    private Panels(Class<T> type) {
        this.type = type;
    }

    public static synchronized <T> Panels<?> of(Class<T> type) {
        for (Panels<?> known : all) {
            if (known.type.equals(type)) {
                return known;
            }
        }
        Panels<T> made = new Panels<>(type);
        all.add(made);
        return made;
    }
}

@Service
class Jobs {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    // clean-next state/mutable-static -- handles of what this process has handed to its own timer
    private final Map<String, JobTask> scheduled = new HashMap<>();

    public void schedule(String name) {
        JobTask task = new JobTask(name);
        timer.scheduleAtFixedRate(task, 0, 1, TimeUnit.HOURS);
        scheduled.put(name, task);
    }

    public void unschedule(String name) {
        scheduled.remove(name).cancel();
    }
}

class FloodFilter implements Filter {
    // clean-next state/mutable-static -- the rule for limits speaks of it
    private Map<String, Long> lastRequestTimes = new HashMap<>();

    // clean-next state/mutable-static -- only the order of those times
    private LinkedList<String> ordered = new LinkedList<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        String address = request.getRemoteAddr();
        Long last = lastRequestTimes.get(address);
        if (last != null && last + 2000 > System.currentTimeMillis()) {
            throw new IllegalStateException("too many requests: throttled");
        }
        lastRequestTimes.put(address, System.currentTimeMillis());
        ordered.addFirst(address);
    }
}
