package shop;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

class SecurityConfig {
    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        // expect-next state/http-session error {how=formLogin}
        return http.formLogin(form -> form.loginPage("/login")).build();
        //          ^^^^^^^^^ -- carets pin the exact span
    }

    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // clean-next state/http-session -- no session is made
        return http.oauth2Login(login -> login.loginPage("/login")).build();
    }

    @Bean
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        // clean-next state/http-session -- switched off
        http.formLogin(AbstractHttpConfigurer::disable);
        // clean-next state/http-session -- switched off
        http.formLogin().disable();
        // clean-next state/http-session -- credentials come with each request
        return http.httpBasic(basic -> basic.realmName("shop")).build();
    }
}
