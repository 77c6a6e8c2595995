package shop;

import javax.annotation.PostConstruct;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

@Configuration
public class DataConfig {
    @Autowired
    private Environment env;
    private String dbType;

    @PostConstruct
    void init() {
        dbType = env.getProperty("shop.db.type");
    }

    private DataSource local() {
        // clean-next state/embedded-database -- the setting picks a server
        return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.HSQL).build();
    }

    @Bean
    public DataSource dataSource() {
        if ("hsql".equals(dbType)) {
            return local();
        }
        return pool();
    }

}
