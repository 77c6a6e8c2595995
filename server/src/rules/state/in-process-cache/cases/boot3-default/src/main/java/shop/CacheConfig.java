package shop;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Configuration;

@Configuration
// expect-next state/in-process-cache warning {provider=ConcurrentMap}
@EnableCaching
public class CacheConfig {
}
