package shop.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.provider.token.TokenStore;
import org.springframework.security.oauth2.provider.token.store.InMemoryTokenStore;
import org.springframework.security.oauth2.provider.token.store.JdbcTokenStore;

@Configuration
class Security {
    @Bean
    TokenStore tokens() {
        // expect-next state/in-memory-token error {type=InMemoryTokenStore}
        return new InMemoryTokenStore();
    }

    Object clients(Object registrations) {
        // expect-next state/in-memory-token warning
        return new org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService(registrations);
    }

    @Bean
    TokenStore stored(javax.sql.DataSource source) {
        // clean-next state/in-memory-token -- kept in the database
        return new JdbcTokenStore(source);
    }

    void configure(HttpSecurity http) throws Exception {
        // expect-next state/in-memory-token warning
        http.sessionManagement().maximumSessions(1).maxSessionsPreventsLogin(true);
        // clean-next state/in-memory-token -- -1 lifts the limit
        http.sessionManagement().maximumSessions(-1);
    }
}
