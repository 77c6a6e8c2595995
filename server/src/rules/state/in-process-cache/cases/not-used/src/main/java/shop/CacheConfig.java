package shop;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Configuration;

@Configuration
// clean-next state/in-process-cache -- nothing is cached
@EnableCaching
public class CacheConfig {
}
