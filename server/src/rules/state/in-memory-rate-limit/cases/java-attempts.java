package shop;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;

@Service
public class LoginAttemptService {
    // expect-next state/in-memory-rate-limit warning {name=attemptsCache}
    private final LoadingCache<String, Integer> attemptsCache = CacheBuilder.newBuilder().expireAfterWrite(1, TimeUnit.DAYS).build(new CacheLoader<String, Integer>() {
        @Override
        public Integer load(String key) {
            return 0;
        }
    });

    public void failed(String ip) {
        attemptsCache.put(ip, attemptsCache.getUnchecked(ip) + 1);
    }
}

@Service
class PasswordGuard {
    // expect-next state/in-memory-rate-limit warning {name=failedLogins}
    private final Map<String, AtomicInteger> failedLogins = new ConcurrentHashMap<>();
    //                                       ^^^^^^^^^^^^ -- the field's name

    void failed(String user) {
        failedLogins.computeIfAbsent(user, key -> new AtomicInteger()).incrementAndGet();
    }
}

@Service
class DeliveryService {
    // clean-next state/in-memory-rate-limit -- how often this process tried by itself
    private final Map<String, Integer> deliveryAttempts = new ConcurrentHashMap<>();

    void retry(String id) {
        deliveryAttempts.merge(id, 1, Integer::sum);
    }
}

class AttemptView {
    // clean-next state/in-memory-rate-limit -- an object that is made per request
    private final Map<String, Integer> loginAttempts = new ConcurrentHashMap<>();

    void add(String id) {
        loginAttempts.merge(id, 1, Integer::sum);
    }
}
