package shop.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Status {
    private DataSource dataSource;
    private volatile boolean reached;

    // clean-next work/in-process-schedule -- each pod finds out for itself whether it reaches the database
    @Scheduled(fixedRateString = "${shop.status.rate:10000}")
    void look() {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM shop");
            reached = true;
        } catch (SQLException notReached) {
            reached = false;
        }
    }

    // expect-next work/in-process-schedule
    @Scheduled(fixedRateString = "${shop.status.rate:10000}")
    void tidy() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM shop");
            statement.execute("DELETE FROM basket WHERE ended < now()");
        }
    }
}
