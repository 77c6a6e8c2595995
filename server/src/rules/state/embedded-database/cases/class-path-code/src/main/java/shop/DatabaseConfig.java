package shop;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;

class DatabaseConfig {
    @Bean
    DataSource dataSource() {
        return DataSourceBuilder.create().url(System.getenv("ORDERS_URL")).build();
    }
}
