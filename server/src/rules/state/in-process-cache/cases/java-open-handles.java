package shop.git;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Repositories {
    // clean-next state/in-process-cache -- open in this process, closed at its end; every other one opens its own
    private final Cache<String, Store> stores = CacheBuilder.newBuilder().build();
    private final Opener opener;

    Repositories(Opener opener) {
        this.opener = opener;
    }

    void destroy() {
        stores.asMap().values().forEach(Store::close);
        stores.invalidateAll();
    }

    Store open(String name) {
        Store store = stores.getIfPresent(name);
        if (store == null) {
            store = opener.load(name);
            stores.put(name, store);
        }
        return store;
    }
}

class Prices {
    // expect-next state/in-process-cache info {name=prices} -- printing ends nothing
    private final Cache<String, Price> prices = CacheBuilder.newBuilder().build();
    private final Opener opener;

    Prices(Opener opener) {
        this.opener = opener;
    }

    void print() {
        prices.asMap().values().forEach(Price::print);
    }

    Price find(String name) {
        Price price = prices.getIfPresent(name);
        if (price == null) {
            price = opener.load(name);
            prices.put(name, price);
        }
        return price;
    }
}
