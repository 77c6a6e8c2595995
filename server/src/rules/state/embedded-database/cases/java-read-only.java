package shop.map;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;

class MapService {
    private Connection connection;
    private ExecutorService executor;

    void open(String file) throws SQLException {
        // clean-next state/embedded-database -- tiles that come with the deployment; nothing is ever stored in them
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        executor.execute(this::warmUp);
    }

    byte[] tile(int column, int row) throws SQLException {
        PreparedStatement query = connection.prepareStatement("select TILE_DATA from TILES where TILE_COLUMN = ? and TILE_ROW = ?");
        ResultSet result = query.executeQuery();
        return result.next() ? result.getBytes(1) : null;
    }

    private void warmUp() {
    }
}
