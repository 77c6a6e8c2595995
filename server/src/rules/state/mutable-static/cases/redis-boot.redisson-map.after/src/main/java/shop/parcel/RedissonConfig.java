package shop.parcel;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis for data that all replicas share (REDIS_HOST, REDIS_PORT, REDIS_PASSWORD). */
@Configuration
public class RedissonConfig {

    @Bean(destroyMethod = "shutdown")
    public RedissonClient redissonClient(
            @Value("${spring.data.redis.host:${REDIS_HOST:redis}}") String host,
            @Value("${spring.data.redis.port:${REDIS_PORT:6379}}") String port,
            @Value("${spring.data.redis.password:${REDIS_PASSWORD:}}") String password) {
        Config config = new Config();
        // Connects with the first call: the application also starts while Redis does not answer.
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://" + host + ":" + port)
                .setPassword(password.isEmpty() ? null : password);
        return Redisson.create(config);
    }
}
