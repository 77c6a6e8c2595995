package shop;

import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

class Caches {
    Cache<String, String> open() {
        CacheManager manager = Caching.getCachingProvider("org.redisson.jcache.JCachingProvider").getCacheManager();
        // clean-next state/in-process-cache -- the provider above keeps entries in Redis
        return manager.createCache("members", new MutableConfiguration<>());
    }
}
