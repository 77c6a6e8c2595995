package kr.co.shop;

import jakarta.annotation.PostConstruct;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
class Catalogue {
    private final ProductRepository products;
    private final PriceMapper prices;
    private final Map<String, Object> all = new ConcurrentHashMap<>();

    Catalogue(ProductRepository products, PriceMapper prices) {
        this.products = products;
        this.prices = prices;
    }

    @PostConstruct
    void load() {
        products.findAll().forEach(product -> all.put(product.getId(), product));
    }

    private void warmUp() {
        prices.selectAllPrices().forEach(price -> all.put(price.getId(), price));
    }
}
