package shop;

import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Configuration;

@Configuration
// clean-next state/in-process-cache -- Boot takes Redis, which is on the class path, before its own map
@EnableCaching
public class CacheConfig {
}
