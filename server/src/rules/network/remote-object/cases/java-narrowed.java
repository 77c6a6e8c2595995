package shop.mail;

import java.util.Hashtable;
import javax.mail.Session;
import javax.naming.InitialContext;
import javax.rmi.PortableRemoteObject;
import shop.orders.OrderHome;

class Lookups {
    Session mail() throws Exception {
        Object found = new InitialContext().lookup("java:comp/env/mail/shop");
        // clean-next network/remote-object -- a mail session that the container holds
        return (Session) PortableRemoteObject.narrow(found, Session.class);
    }

    javax.sql.DataSource database() throws Exception {
        Object found = new InitialContext().lookup("java:comp/env/jdbc/shop");
        // clean-next network/remote-object -- a data source
        return (javax.sql.DataSource) PortableRemoteObject.narrow(found, javax.sql.DataSource.class);
    }

    OrderHome orders() throws Exception {
        Object found = new InitialContext().lookup("ejb/Orders");
        // expect-next network/remote-object warning
        return (OrderHome) PortableRemoteObject.narrow(found, OrderHome.class);
    }
}
