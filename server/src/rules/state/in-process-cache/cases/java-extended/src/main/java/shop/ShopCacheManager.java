package shop;

import java.util.Collection;
import org.springframework.cache.Cache;
import org.springframework.cache.support.AbstractCacheManager;

// clean-next state/in-process-cache -- holds what it is given
public class ShopCacheManager extends AbstractCacheManager {
    private Collection<Cache> caches;

    public void setCaches(Collection<Cache> caches) {
        this.caches = caches;
    }

    @Override
    protected Collection<Cache> loadCaches() {
        return caches;
    }
}
