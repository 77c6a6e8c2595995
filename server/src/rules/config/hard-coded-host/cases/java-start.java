package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ShopApplication {
    public static void main(String[] args) {
        // expect-next config/hard-coded-host -- this start is no sample of how the class is used
        Discovery.register("http://registry.shop.internal:8761/eureka");
        SpringApplication.run(ShopApplication.class, args);
    }

    @Bean
    public Orders orders() {
        return new Orders();
    }
}
