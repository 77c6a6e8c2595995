package shop;

import javax.annotation.PostConstruct;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
    @Value("${shop.audit.store}")
    private String auditStore;

    @PostConstruct
    void init() {
        dbType = env.getProperty("shop.db.type");
    }

    private DataSource local() {
        // expect-next state/embedded-database error {setting=shop.db.type, value=hsql}
        return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.HSQL).build();
    }

    @Bean
    public DataSource dataSource() {
        if ("hsql".equals(dbType)) {
            return local();
        }
        return pool();
    }

    @Bean
    public DataSource audit() {
        switch (auditStore) {
            case "memory":
                // expect-next state/embedded-database warning {setting=shop.audit.store} -- nothing here says what it is set to
                return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).build();
            default:
                return pool();
        }
    }

    private DataSource spare() {
        // expect-next state/embedded-database warning {setting=} -- a repeat; the other call is made whatever the setting says
        return new EmbeddedDatabaseBuilder().build();
    }

    DataSource reports() {
        if ("spare".equals(dbType)) {
            return spare();
        }
        return spare();
    }
}
