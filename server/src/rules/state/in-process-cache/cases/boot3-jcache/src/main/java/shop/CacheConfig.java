package shop;

import javax.cache.configuration.MutableConfiguration;
import org.springframework.boot.autoconfigure.cache.JCacheManagerCustomizer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableCaching
class CacheConfig {
    @Bean
    JCacheManagerCustomizer caches() {
        // expect-next state/in-process-cache warning {name=products}
        return manager -> manager.createCache("products", new MutableConfiguration<>());
        //                        ^^^^^^^^^^^ -- the region
    }
}
