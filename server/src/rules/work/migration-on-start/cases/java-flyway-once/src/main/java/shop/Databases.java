package shop;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Databases {

    @Bean
    Flyway orders(DataSource orders) {
        Flyway flyway = Flyway.configure().dataSource(orders).load();
        // expect-next work/migration-on-start info {tool=Flyway}
        flyway.migrate();
        return flyway;
    }

    void stock(DataSource stock) {
        // clean-next work/migration-on-start -- a place of the finding above
        Flyway.configure().dataSource(stock).load().migrate();
    }
}
