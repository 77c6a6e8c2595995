package kr.co.shop;

import jakarta.annotation.PostConstruct;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

@Component
class Start {
    private ProductRepository products;
    private PriceRepository prices;

    @PostConstruct
    void load() {
        CompletableFuture.runAsync(() -> products.findAll());
        new Thread(() -> prices.findAll()).start();
    }

    void refresh() throws InterruptedException {
        Thread.sleep(60000);
    }
}
