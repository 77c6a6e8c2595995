package shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

@Component
class ProductCache {
    private final ProductRepository products;
    // clean-next state/in-process-cache -- every replica hears of a change and drops the entry
    private final Cache<Long, Product> entries = Caffeine.newBuilder().build();

    Product find(long id) {
        return entries.get(id, key -> products.findById(key));
    }

    void evict(long id) {
        entries.invalidate(id);
    }
}
