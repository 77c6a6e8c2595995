package shop;

import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisConnectionFactory;

@Configuration
class RedisConfig {
    @Bean
    @Primary
    CacheManager sharedCaches(RedisConnectionFactory connection) {
        return RedisCacheManager.create(connection);
    }
}
