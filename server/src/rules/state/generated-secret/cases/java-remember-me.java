package shop.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;

class Security {
    void chained(HttpSecurity http, PersistentTokenRepository repository) throws Exception {
        // expect-next state/generated-secret error
        http.rememberMe().tokenValiditySeconds(86400);
        // expect-next state/generated-secret warning -- one cause, told with the first
        http.rememberMe(remember -> remember.alwaysRemember(true));
        // expect-next state/generated-secret warning -- one cause, told with the first
        http.rememberMe(Customizer.withDefaults());
        // clean-next state/generated-secret -- the key is given, further down the chain
        http.logout().and().rememberMe().rememberMeCookieName("shop").key("${remember.key}").and().csrf();
        // clean-next state/generated-secret -- the key is given
        http.rememberMe().key(System.getenv("REMEMBER_ME_KEY"));
        // clean-next state/generated-secret -- tokens are kept in a table
        http.rememberMe(remember -> remember.tokenRepository(repository));
    }
}
