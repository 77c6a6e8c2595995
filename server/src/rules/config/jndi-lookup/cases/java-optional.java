import javax.naming.InitialContext;

class Home {
    String home() {
        try {
            // expect-next config/jndi-lookup info {name=java:comp/env/shop.home}
            return (String) new InitialContext().lookup("java:comp/env/shop.home");
        } catch (javax.naming.NamingException e) {
            return System.getenv("SHOP_HOME");
        }
    }
}
