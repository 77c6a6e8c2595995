package shop.etl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
class SheetExecutor {
    // expect-next state/mutable-static warning {field=jobs} -- only this replica can stop its work, which ends with the operation
    private Map<String, Object> jobs = new HashMap<>();
    // clean-next state/mutable-static -- each run in the background fills it before it reads
    private Map<String, String> newNames = new HashMap<>();
    // clean-next state/mutable-static -- what a run puts in it takes out
    private Map<String, Sheet> cache = new HashMap<>();
    @Autowired
    private SheetRepository sheetRepository;

    @Async
    public void run(String[] sheets) {
        for (String sheet : sheets) {
            newNames.put(sheet, load(sheet));
        }
        apply(sheets);
        for (String name : newNames.values()) {
            cache.remove(name);
        }
    }

    public List<Future<?>> jobsOf(String key) {
        return (List<Future<?>>) jobs.get(key);
    }

    public String load(String sheet) {
        String name = UUID.randomUUID().toString();
        cache.put(name, sheetRepository.findByName(sheet));
        return name;
    }

    private void apply(String[] sheets) {
        for (String sheet : sheets) {
            Object running = cache.get(newNames.get(sheet)).start();
            addJob(sheet, running);
            removeJob(sheet);
        }
    }

    private void addJob(String key, Object job) {
        jobs.put(key, job);
    }

    private void removeJob(String key) {
        jobs.remove(key);
    }
}

@Service
class UsedCodes {
    // expect-next state/mutable-static error {field=invalid} -- taken out only to put in anew
    private final Map<UserCode, Long> invalid = new java.util.concurrent.ConcurrentHashMap<>();

    public boolean use(UserCode code, long until) {
        for (;;) {
            Long expires = invalid.putIfAbsent(code, until);
            if (expires == null) {
                return true;
            }
            if (expires > until) {
                return false;
            }
            invalid.remove(code, expires);
        }
    }
}

@Service
class TableFile {
    private final java.io.File file = new java.io.File("tables.yml");
    private long modified;
    // clean-next state/mutable-static -- read again when the file has changed
    private List<String> tables;

    public List<String> tables(TableReaderService readerService) {
        if (tables == null || file.lastModified() > modified) {
            modified = file.lastModified();
            tables = readerService.findAll(file);
        }
        return tables;
    }
}

@Service
class Pages {
    // clean-next state/mutable-static -- when this process last asked whether a page changed
    private static final Map<String, Long> PAGES_LAST_CHECK = new java.util.concurrent.ConcurrentHashMap<>();
    // clean-next state/mutable-static -- objects that work, made where they are absent
    private final Map<Long, TenantNumbersManagerImpl> managers = new HashMap<>();
    @Autowired
    private NumbersProvider numbersProvider;

    public boolean mustAsk(String page) {
        Long last = PAGES_LAST_CHECK.get(page);
        return last == null || System.currentTimeMillis() - last > 1000;
    }

    public void asked(String page) {
        PAGES_LAST_CHECK.put(page, System.currentTimeMillis());
    }

    public long next(long tenant) {
        if (managers.get(tenant) == null) {
            managers.put(tenant, create(tenant));
        }
        return managers.get(tenant).next();
    }

    private TenantNumbersManagerImpl create(long tenant) {
        return new TenantNumbersManagerImpl(tenant, numbersProvider.getRanges());
    }
}

@Service
class Restarts {
    // clean-next state/mutable-static -- handed from one step of the start to the next
    private List<Job> unfinished;
    @Autowired
    private JobService jobService;

    public void beforeServicesStart() {
        unfinished = jobService.findUnfinished();
    }

    public void afterServicesStart() {
        jobService.restart(unfinished);
    }
}

@Service
class Settings {
    // clean-next state/mutable-static -- settings, which all replicas of a release are given alike
    private static final Map<String, String> known = new java.util.concurrent.ConcurrentHashMap<>();

    public String get(String name) {
        String value = known.get(name);
        if (value == null) {
            value = files().getTenantProperties("security").getProperty(name);
            known.put(name, value);
        }
        return value;
    }

    protected PropertiesManager files() {
        return PropertiesManager.getInstance();
    }
}
