package kr.shop

import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.jdbc.datasource.DriverManagerDataSource
import javax.sql.DataSource

@Configuration
class Databases {
    @Bean
    fun orders(): DataSource =
        // expect-next state/embedded-database error
        DriverManagerDataSource("jdbc:h2:mem:orders", "sa", "")

    @Bean
    fun members(): DataSource =
        // clean-next state/embedded-database -- a server of its own
        DriverManagerDataSource("jdbc:postgresql://db/members")
}
