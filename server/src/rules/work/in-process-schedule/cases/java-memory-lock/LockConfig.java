package shop;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.inmemory.InMemoryLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.context.annotation.Bean;

@EnableSchedulerLock(defaultLockAtMostFor = "PT10M")
class LockConfig {

    @Bean
    LockProvider lockProvider() {
        return new InMemoryLockProvider();
    }
}
