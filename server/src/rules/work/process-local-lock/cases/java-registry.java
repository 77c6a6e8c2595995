package shop.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;

@Configuration
public class Locks {
    @Bean
    public LockRegistry lockRegistry() {
        // expect-next work/process-local-lock warning {registry=DefaultLockRegistry}
        return new DefaultLockRegistry();
    }

    public LockRegistry forOneStep() {
        // clean-next work/process-local-lock -- nobody is handed it as the registry of the application
        return new DefaultLockRegistry();
    }
}
