package shop;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
class LoginAttemptService {
    // clean-next state/in-process-cache -- attempts that are counted are no cache
    private final LoadingCache<String, Integer> attemptsCache = CacheBuilder.newBuilder().expireAfterWrite(1, TimeUnit.DAYS).build(new CacheLoader<String, Integer>() {
        @Override
        public Integer load(String key) {
            return 0;
        }
    });

    void failed(String ip) {
        attemptsCache.put(ip, attemptsCache.getUnchecked(ip) + 1);
    }

    void once() {
        // clean-next state/in-process-cache -- lives as long as the call
        LoadingCache<String, Integer> local = CacheBuilder.newBuilder().build(new CacheLoader<String, Integer>() {
            @Override
            public Integer load(String key) {
                return key.length();
            }
        });
        local.getUnchecked("x");
    }
}
