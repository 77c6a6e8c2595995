package shop.config;

import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;

public class Mount {
    private final Properties file = new Properties();

    public String folder() {
        try {
            // expect-next config/jndi-lookup info {name=java:comp/env/shop/folder} -- a file stands in for it
            return (String) new InitialContext().lookup("java:comp/env/shop/folder");
        } catch (NamingException e) {
            return file.getProperty("folder");
        }
    }
}
