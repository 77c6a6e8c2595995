package shop;

import com.github.benmanes.caffeine.cache.Caffeine;

public class LocalCache<V> implements ShopCache<V> {
    private final com.github.benmanes.caffeine.cache.Cache<String, V> entries;

    LocalCache(int size) {
        // expect-next state/in-process-cache warning {name=LocalCache}
        entries = Caffeine.newBuilder().maximumSize(size).build();
    }
}
