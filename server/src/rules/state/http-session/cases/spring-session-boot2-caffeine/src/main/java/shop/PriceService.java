package shop;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

@Service
public class PriceService {
    private final PriceRepository prices;

    PriceService(PriceRepository prices) {
        this.prices = prices;
    }

    @Cacheable("prices")
    public Price priceOf(String article) {
        return prices.find(article);
    }
}
