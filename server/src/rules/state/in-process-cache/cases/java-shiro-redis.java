package shop;

import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.crazycake.shiro.RedisCacheManager;

class ShiroConfig {
    void configure(DefaultWebSecurityManager security) {
        // clean-next state/in-process-cache -- permissions are cached in Redis
        security.setCacheManager(new RedisCacheManager());
    }
}
