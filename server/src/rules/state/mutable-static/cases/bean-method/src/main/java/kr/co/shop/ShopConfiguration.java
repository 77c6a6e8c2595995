package kr.co.shop;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class ShopConfiguration {
    @Bean
    Checkout checkout() {
        ReservationStore store = new ReservationStore();
        return new Checkout(store);
    }

    @Bean
    @ConditionalOnProperty(name = "shop.holds", havingValue = "memory")
    HoldStore holds() {
        return new HoldStore();
    }

    @Bean
    NameStore names() {
        NameStore store = new NameStore();
        store.reserve("admin", "shop");
        return store;
    }

    DraftStore drafts() {
        return new DraftStore();
    }
}
