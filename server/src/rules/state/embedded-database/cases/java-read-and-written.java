package shop.map;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

class NoteService {
    private Connection connection;

    void open(String file) throws SQLException {
        // expect-next state/embedded-database
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    String note(int id) throws SQLException {
        ResultSet result = connection.prepareStatement("select NOTE from NOTES where ID = " + id).executeQuery();
        return result.next() ? result.getString(1) : "";
    }

    void keep(int id, String note) throws SQLException {
        connection.createStatement().execute("insert into NOTES values (" + id + ", '" + note + "')");
    }
}
