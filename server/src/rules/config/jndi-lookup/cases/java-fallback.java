package shop.config;

import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class ServerProperties {
    private static final Logger log = LoggerFactory.getLogger(ServerProperties.class);
    private final Properties file = new Properties();

    // A value of the server counts if there is one; the file has it otherwise.
    public String property(String name) {
        String value = null;
        try {
            // clean-next config/jndi-lookup -- shown beside the one that nothing stands in for
            value = (String) new InitialContext().lookup("java:comp/env/shop/" + name);
        } catch (NamingException e) {
            log.debug("{} is not set in the server", name);
        }
        return value == null ? file.getProperty(name) : value;
    }

    public String folder() {
        try {
            // clean-next config/jndi-lookup -- shown beside the one that nothing stands in for
            return (String) new InitialContext().lookup("java:comp/env/shop/folder");
        } catch (NamingException e) {
            return file.getProperty("folder");
        }
    }

    public DataSource orders() {
        try {
            // expect-next config/jndi-lookup warning {name=java:comp/env/jdbc/orders} -- a log entry replaces no database
            return (DataSource) new InitialContext().lookup("java:comp/env/jdbc/orders");
        } catch (NamingException e) {
            log.error("no database", e);
            return null;
        }
    }
}
