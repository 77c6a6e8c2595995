package kr.shop

import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.security.config.annotation.web.builders.HttpSecurity
import org.springframework.security.config.http.SessionCreationPolicy
import org.springframework.security.web.SecurityFilterChain

@Configuration
class SecurityConfig {
    @Bean
    fun web(http: HttpSecurity): SecurityFilterChain {
        // expect-next state/http-session error {how=formLogin}
        http.formLogin { it.loginPage("/login") }
        return http.build()
    }
}
