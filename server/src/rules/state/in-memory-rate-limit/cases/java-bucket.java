package shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

public class ThrottleFilter extends OncePerRequestFilter {
    Bucket newBucket() {
        // expect-next state/in-memory-rate-limit warning {type=ThrottleFilter}
        return Bucket.builder().addLimit(Bandwidth.builder().capacity(20).refillGreedy(20, Duration.ofMinutes(1)).build()).build();
    }
}

@Component
class CachedBuckets {
    // clean-next state/in-memory-rate-limit -- told where its buckets are made
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().build();

    boolean tryConsume(String key) {
        // expect-next state/in-memory-rate-limit warning {type=CachedBuckets}
        return buckets.get(key, any -> Bucket.builder().addLimit(Bandwidth.builder().capacity(20).refillGreedy(20, Duration.ofMinutes(1)).build()).build()).tryConsume(1);
    }
}

@Component
class BucketMap {
    // clean-next state/in-memory-rate-limit -- told where its buckets are made
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    boolean tryConsume(String key) {
        // expect-next state/in-memory-rate-limit warning {type=BucketMap}
        return buckets.computeIfAbsent(key, any -> Bucket.builder().addLimit(Bandwidth.builder().capacity(20).refillGreedy(20, Duration.ofMinutes(1)).build()).build()).tryConsume(1);
    }
}

@Component
class FilledBuckets {
    // expect-next state/in-memory-rate-limit warning {name=buckets} -- made elsewhere
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    boolean tryConsume(String key, Bucket fresh) {
        return buckets.computeIfAbsent(key, any -> fresh).tryConsume(1);
    }
}
