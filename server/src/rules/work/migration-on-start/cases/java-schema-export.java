package shop.schema;

import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.tool.hbm2ddl.SchemaExport;

class Schema {
    void script(Configuration configuration) {
        // clean-next work/migration-on-start -- the tool writes a script, and no session factory reads the setting
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        SchemaExport export = new SchemaExport(configuration);
        export.setOutputFile("target/schema.sql");
        export.create(false, false);
    }

    SessionFactory open(Configuration configuration) {
        // expect-next work/migration-on-start warning
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        return configuration.buildSessionFactory();
    }
}
