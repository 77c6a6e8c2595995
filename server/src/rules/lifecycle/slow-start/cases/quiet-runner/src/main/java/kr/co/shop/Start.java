package kr.co.shop;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

@Component
class Start implements ApplicationRunner {
    private ProductRepository products;
    private PriceRepository prices;

    public void run(ApplicationArguments arguments) {
        products.findAll();
        prices.findAll();
    }
}
