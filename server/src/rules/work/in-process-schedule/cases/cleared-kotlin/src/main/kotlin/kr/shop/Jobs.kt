package kr.shop

import javax.sql.DataSource
import net.javacrumbs.shedlock.core.LockProvider
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.scheduling.annotation.EnableScheduling
import org.springframework.scheduling.annotation.Scheduled
import org.springframework.stereotype.Component

@Configuration
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT10M")
class SchedulingConfig {
    @Bean
    fun lockProvider(dataSource: DataSource): LockProvider = JdbcTemplateLockProvider(dataSource)
}

@Component
class OrderJobs(private val orderRepository: OrderRepository) {
    // clean-next work/in-process-schedule -- one replica at a time
    @Scheduled(cron = "0 0 2 * * *")
    @SchedulerLock(name = "expire")
    fun expire() {
        orderRepository.deleteExpired()
    }

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 3 * * *")
    fun settle() {
        orderRepository.settleAll()
    }
}
