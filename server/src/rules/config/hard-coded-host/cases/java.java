package shop;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.bind.annotation.CrossOrigin;

@CrossOrigin("http://localhost:3000")
class PaymentClient {
    // expect-next config/hard-coded-host warning {host=172.20.1.9}
    private static final String PAYMENT_URL = "http://172.20.1.9:9000/pay";
    // clean-next config/hard-coded-host -- only compared with
    private static final String LOOPBACK = "127.0.0.1";
    // clean-next config/hard-coded-host -- a default that configuration replaces
    @Value("${search.url:http://localhost:9200}")
    private String searchUrl;

    // clean-next config/hard-coded-host -- holds until the container gives another one
    protected String serverUrl = "http://localhost:8080";

    void activate(Properties configured) {
        serverUrl = configured.getProperty("server.url");
    }

    private Logger log;

    Connection open() throws Exception {
        // expect-next config/hard-coded-host warning {host=db.acme.com}
        return DriverManager.getConnection("jdbc:oracle:thin:@db.acme.com:1521:XE");
    }

    Socket legacy() throws Exception {
        // expect-next config/hard-coded-host warning {host=10.9.8.7}
        return new Socket("10.9.8.7", 4000);
    }

    Properties mail() {
        Properties mail = new Properties();
        // expect-next config/hard-coded-host warning {host=localhost}
        mail.put("mail.smtp.host", "localhost");
        return mail;
    }

    URI pay(String path) {
        // expect-next config/hard-coded-host warning {host=payments}
        return URI.create("http://payments:8080" + path + PAYMENT_URL);
    }

    void preview(java.util.Map<String, Object> model) throws Exception {
        // clean-next config/hard-coded-host -- a word in the place of an address
        model.put("link", "https://this-is-the-order-url");
        // expect-next config/hard-coded-host info
        new javax.management.remote.JMXServiceURL("service:jmx:rmi://127.0.0.1:9999/jndi/rmi://127.0.0.1:9999/server");
        // clean-next config/hard-coded-host -- the rule for remote objects tells what the protocol means
        System.setProperty("java.naming.provider.url", "t3://10.3.2.1:7001");
    }

    URI intranet() {
        // expect-next config/hard-coded-host warning {host=intranet}
        return URI.create("http://intranet/app/orders");
    }

    String fromEnvironment() {
        // clean-next config/hard-coded-host -- the environment decides
        return System.getenv().getOrDefault("STOCK_URL", "http://localhost:8090");
    }

    boolean isLocal(String address) {
        // clean-next config/hard-coded-host -- comparisons
        return LOOPBACK.equals(address) || address.startsWith("http://localhost:8080") || Set.of("10.0.0.8", "localhost").contains(address);
    }

    void started(int port) {
        // clean-next config/hard-coded-host -- a log message
        log.info("http://localhost:8080 is ready");
        // clean-next config/hard-coded-host -- its own port
        URI.create("http://localhost:" + port + "/health");
        // clean-next config/hard-coded-host -- anyone's service on the internet
        URI.create("https://api.payments.com/v1");
    }

    String clientIp(String ip) {
        // clean-next config/hard-coded-host -- whose address it is
        String clientIp = "127.0.0.1";
        // clean-next config/hard-coded-host -- a version
        String version = "4.2.2.3";
        return ip == null ? clientIp : version;
    }

    void listen(ServerSocket socket) throws Exception {
        // clean-next config/hard-coded-host -- the address to listen on
        socket.bind(new InetSocketAddress("localhost", 0));
    }

    public static void main(String[] args) {
        // expect-next config/hard-coded-host info
        String url = "http://localhost:9090/pay";
        System.out.println(url);
    }
}

@ConfigurationProperties("store")
class StoreProperties {
    // clean-next config/hard-coded-host -- a default that configuration replaces
    private String host = "127.0.0.1";

    void setHost(String host) {
        this.host = host;
    }
}
