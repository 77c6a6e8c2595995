package shop;

import javax.annotation.Resource;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.directory.InitialDirContext;
import javax.sql.DataSource;

class Connections {
    // clean-next config/jndi-lookup -- named beside the first
    @Resource(lookup = "java:jboss/datasources/orders") private DataSource orders;
    // clean-next config/jndi-lookup -- a Spring bean by its name
    @Resource(name = "orderService") private Object service;

    DataSource shop() throws Exception {
        Context context = new InitialContext();
        Context environment = (Context) context.lookup("java:comp/env");
        // expect-next config/jndi-lookup warning {name=jdbc/shop, count=2}
        return (DataSource) environment.lookup("jdbc/shop");
        //                              ^^^^^^
    }

    Object mail() throws Exception {
        // clean-next config/jndi-lookup -- named beside the first
        return new InitialContext().lookup("java:comp/env/mail/Session");
    }

    Object transaction() throws Exception {
        // clean-next config/jndi-lookup -- every server has it under this name
        return new InitialContext().lookup("java:comp/UserTransaction");
    }

    Object directory(java.util.Hashtable<String, String> environment) throws Exception {
        Context ldap = new InitialContext(environment);
        // clean-next config/jndi-lookup -- another directory, told by its properties
        Object found = ldap.lookup("cn=shop,dc=acme");
        InitialDirContext users = new InitialDirContext(environment);
        // clean-next config/jndi-lookup -- LDAP
        return found == null ? users.lookup("uid=kim") : found;
    }

    Object registry(Registry registry) {
        // clean-next config/jndi-lookup -- a registry of the application
        return registry.lookup("jdbc/shop");
    }

    interface Registry {
        Object lookup(String name);
    }
}
