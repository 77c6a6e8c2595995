package shop;

import java.sql.Connection;
import java.sql.DriverManager;

class ReportDatabase {
    Connection open() throws Exception {
        // return DriverManager.getConnection("jdbc:mysql://db/reports");
        // return DriverManager.getConnection("jdbc:oracle:thin:@db:1521:reports");
        // expect-next state/embedded-database error {engine=H2} -- what is commented out is no choice
        return DriverManager.getConnection("jdbc:h2:file:./reports");
    }
}
