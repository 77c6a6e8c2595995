package shop;

import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class OrderStore {
    Connection open(File file) throws SQLException {
        // expect-next state/embedded-database error {engine=SQLite} -- the file is put behind it
        return DriverManager.getConnection("jdbc:sqlite:" + file.getAbsolutePath());
    }

    Connection openNamed(File file) throws SQLException {
        // expect-next state/embedded-database warning {engine=SQLite} -- the same cause, under a name
        String url = "jdbc:sqlite:" + file.getAbsolutePath();
        return DriverManager.getConnection(url);
    }

    boolean isLocal(String url) {
        // clean-next state/embedded-database -- only asks which kind it is
        return url.startsWith("jdbc:sqlite:");
    }

    String withoutPrefix(String path) {
        // clean-next state/embedded-database -- opens nothing
        String prefix = "jdbc:sqlite:" + path;
        return prefix.substring(12);
    }
}
