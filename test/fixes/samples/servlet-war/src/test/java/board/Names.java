package board;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.RunScript;

/** The names that the server would give: every one of them leads to a database set up by the scripts of the project. */
public class Names implements InitialContextFactory {
    private static final JdbcDataSource database = database();

    private static JdbcDataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:board;DB_CLOSE_DELAY=-1");
        File[] scripts = new File("src/main/resources/db").listFiles();
        for (File script : scripts == null ? new File[0] : scripts) {
            try (Connection connection = source.getConnection()) {
                RunScript.execute(connection, new FileReader(script));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return source;
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
        return (Context) Proxy.newProxyInstance(Names.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, args) -> method.getName().equals("lookup") ? database : null);
    }
}
