package shop.security;

import org.apache.shiro.web.mgt.CookieRememberMeManager;
import org.springframework.context.annotation.Bean;

class ShiroConfig {
    @Bean
    CookieRememberMeManager rememberMe() {
        // expect-next state/generated-secret -- the key that is commented out is not set
        CookieRememberMeManager manager = new CookieRememberMeManager();
        // manager.setCipherKey(Base64.decode(key));
        return manager;
    }
}
