package shop;

import java.util.Properties;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration
class JpaConfig {

    Properties hibernate() {
        Properties properties = new Properties();
        // expect-next work/migration-on-start warning
        properties.setProperty("hibernate.hbm2ddl.auto", "update");
        // clean-next work/migration-on-start -- no schema
        properties.setProperty("hibernate.show_sql", "true");
        return properties;
    }

    // expect-next work/migration-on-start info {tool=Liquibase}
    @Bean SpringLiquibase liquibase() {
        return new SpringLiquibase();
    }

    // clean-next work/migration-on-start -- a developer's own schema
    @Bean @Profile("dev") Properties devHibernate() {
        Properties properties = new Properties();
        properties.setProperty("hibernate.hbm2ddl.auto", "create");
        return properties;
    }
}
