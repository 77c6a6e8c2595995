package library.desk;

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
            @Value("#{systemEnvironment['REDIS_HOST'] ?: 'redis'}") String host,
            @Value("#{systemEnvironment['REDIS_PORT'] ?: '6379'}") String port,
            @Value("#{systemEnvironment['REDIS_PASSWORD'] ?: ''}") String password) {
        Config config = new Config();
        // Connects with the first call: the application also starts while Redis does not answer.
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://" + host + ":" + port)
                .setPassword(password.isEmpty() ? null : password);
        return Redisson.create(config);
    }
}
