package shop.hint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

public class CleanupHint {
    private final AtomicBoolean advisable = new AtomicBoolean();
    private DataSource source;

    public boolean isAdvisable() {
        // clean-next work/unmanaged-thread -- only counts rows for a hint: with the process nothing is lost
        Thread refresh = new Thread(() -> count("a"));
        refresh.start();
        return advisable.get();
    }

    public void cleanup() {
        // expect-next work/unmanaged-thread warning {work=statement.executeUpdate()}
        Thread worker = new Thread(() -> remove("a"));
        worker.start();
    }

    private void count(String kind) {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM line WHERE kind = ?")) {
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                advisable.set(rows.next() && rows.getLong(1) > 1000);
            }
        } catch (Exception ignored) {
            advisable.set(false);
        }
    }

    private void remove(String kind) {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement("DELETE FROM line WHERE kind = ?")) {
            statement.setString(1, kind);
            statement.executeUpdate();
        } catch (Exception ignored) {
            advisable.set(true);
        }
    }
}
