package shop.security;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

class ShopSecurity {
    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http
            // .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            // expect-next state/http-session {how=formLogin} -- what is commented out keeps no login elsewhere
            .formLogin(form -> form.loginPage("/login"));
        return http.build();
    }
}
