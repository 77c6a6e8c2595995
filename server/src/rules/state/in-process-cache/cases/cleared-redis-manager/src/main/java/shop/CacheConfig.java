package shop;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Configuration;

@Configuration
// clean-next state/in-process-cache -- the manager of another class is on Redis
@EnableCaching
public class CacheConfig {
}
