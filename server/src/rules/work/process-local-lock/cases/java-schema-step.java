package org.acme.shop.db;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;

public class V3__LowerCaseNames extends BaseJavaMigration {
    private JdbcTemplate jdbcTemplate;

    // clean-next work/process-local-lock -- the tool that runs it holds a lock of the database
    @Override
    public synchronized void migrate(Context context) {
        for (String name : jdbcTemplate.queryForList("select name from shop", String.class)) {
            jdbcTemplate.update("update shop set name = ? where name = ?", name.toLowerCase(), name);
        }
    }
}

class Names {
    private JdbcTemplate jdbcTemplate;

    // expect-next work/process-local-lock warning
    public synchronized void lower() {
        for (String name : jdbcTemplate.queryForList("select name from shop", String.class)) {
            jdbcTemplate.update("update shop set name = ? where name = ?", name.toLowerCase(), name);
        }
    }
}
