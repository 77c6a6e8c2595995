package shop;

import javax.cache.Caching;
import net.sf.ehcache.CacheManager;

class Caches {
    void open() {
        // expect-next state/in-process-cache warning {provider=Ehcache}
        CacheManager manager = CacheManager.getInstance();
        manager.addCache("members");
    }
}
