package shop;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;

@Configuration
@Profile("cluster")
public class ClusterLocks {
    @Bean
    public LockRegistry clusterLocks(DataSource source) {
        return new JdbcLockRegistry(new DefaultLockRepository(source));
    }
}
