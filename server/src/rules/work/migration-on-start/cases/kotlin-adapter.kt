package shop

import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter

@Configuration
class Persistence {
    @Bean
    fun adapter(): HibernateJpaVendorAdapter {
        val adapter = HibernateJpaVendorAdapter()
        // expect-next work/migration-on-start warning
        adapter.setGenerateDdl(true)
        return adapter
    }

    @Bean
    fun quiet(): HibernateJpaVendorAdapter {
        val adapter = HibernateJpaVendorAdapter()
        // clean-next work/migration-on-start -- leaves the tables alone
        adapter.setGenerateDdl(false)
        return adapter
    }
}
