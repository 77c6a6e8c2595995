package kr.co.shop;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
class Catalogue {
    private final RestTemplate partner;
    private final ProductService products;
    private List<Product> all;
    private String prices;

    Catalogue(RestTemplate partner, ProductService products) {
        this.partner = partner;
        this.products = products;
    }

    @PostConstruct
    void load() {
        prices = partner.getForObject("/prices", String.class);
        all = products.list();
    }
}
