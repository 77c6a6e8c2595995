package shop;

import java.sql.Connection;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class DatabaseConfig {
    @Bean
    DataSource orders() {
        // expect-next state/embedded-database error {engine=H2}
        return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).addScript("schema.sql").build();
        //         ^^^^^^^^^^^^^^^^^^^^^^^
    }

    @Bean
    @Profile("dev")
    DataSource forDevelopment() {
        // clean-next state/embedded-database -- a profile for development
        return new EmbeddedDatabaseBuilder().build();
    }

    @Bean
    @ConditionalOnProperty("shop.embedded")
    DataSource onRequest() {
        // expect-next state/embedded-database warning {engine=HSQLDB}
        return new DriverManagerDataSource("jdbc:hsqldb:file:/var/lib/shop");
    }

    Connection open() throws Exception {
        // expect-next state/embedded-database warning {engine=SQLite}
        String fromEnvironment = System.getenv().getOrDefault("SHOP_DB", "jdbc:sqlite:shop.db");
        // expect-next state/embedded-database warning {engine=SQLite}
        return DriverManager.getConnection("jdbc:sqlite:shop.db");
    }

    boolean isEmbedded(String url) {
        // clean-next state/embedded-database -- a comparison
        return url.startsWith("jdbc:h2:mem:");
    }

    void stop() throws Exception {
        // clean-next state/embedded-database -- Derby's way to shut down
        DriverManager.getConnection("jdbc:derby:;shutdown=true");
    }
}

class StoreProperties {
    // expect-next state/embedded-database warning {setting=url}
    private String url = "jdbc:hsqldb:mem:store";

    void setUrl(String url) {
        this.url = url;
    }
}
