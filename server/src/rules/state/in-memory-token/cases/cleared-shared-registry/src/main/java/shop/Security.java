package shop;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Security {
    void configure(HttpSecurity http) throws Exception {
        // clean-next state/in-memory-token -- sessions are counted in the shared store
        http.sessionManagement().maximumSessions(1);
    }
}
