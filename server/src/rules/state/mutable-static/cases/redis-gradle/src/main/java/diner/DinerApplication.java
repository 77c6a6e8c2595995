package diner;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class DinerApplication {

    public static void main(String[] args) {
        SpringApplication.run(DinerApplication.class, args);
    }

    @Bean(destroyMethod = "shutdown")
    RedissonClient redissonClient() {
        return Redisson.create();
    }
}
