package shop;

import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

class Regions {
    void open(CacheManager manager, String name) {
        // expect-next state/in-process-cache warning {provider=JCache} {name=createCache}
        manager.createCache(name, new MutableConfiguration<>());
    }
}
