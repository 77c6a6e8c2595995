package shop;

import org.springframework.cache.concurrent.ConcurrentMapCache;

// expect-next state/in-process-cache warning {name=ShopCache, provider=ConcurrentMap}
public class ShopCache extends ConcurrentMapCache {
    public ShopCache(String name) {
        super(name, false);
    }
}
