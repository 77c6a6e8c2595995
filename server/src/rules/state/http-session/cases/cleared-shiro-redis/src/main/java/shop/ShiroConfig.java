package shop;

import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.crazycake.shiro.RedisSessionDAO;

class ShiroConfig {
    DefaultWebSessionManager sessions() {
        DefaultWebSessionManager manager = new DefaultWebSessionManager();
        manager.setSessionDAO(new RedisSessionDAO());
        return manager;
    }
}
