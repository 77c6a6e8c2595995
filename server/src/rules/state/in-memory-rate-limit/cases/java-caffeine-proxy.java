package shop;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.caffeine.CaffeineProxyManager;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;

class LimitConfig {
    ProxyManager<String> buckets() {
        // expect-next state/in-memory-rate-limit warning {type=LimitConfig}
        return new CaffeineProxyManager<>(Caffeine.newBuilder(), Duration.ofMinutes(1));
    }
}
