package shop;

import org.apache.shiro.cache.ehcache.EhCacheManager;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;

class ShiroConfig {
    void configure(DefaultWebSecurityManager security) {
        // expect-next state/in-process-cache warning {provider=Ehcache}
        EhCacheManager caches = new EhCacheManager();
        //                          ^^^^^^^^^^^^^^ -- the class
        security.setCacheManager(caches);
    }
}
