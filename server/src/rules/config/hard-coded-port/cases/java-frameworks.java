package shop;

import io.undertow.Undertow;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;

class Servers {
    void start(MailServer mail, int port) {
        Tomcat tomcat = new Tomcat();
        // expect-next config/hard-coded-port {port=8081}
        tomcat.setPort(8081);
        // clean-next config/hard-coded-port -- given by the caller
        tomcat.setPort(port);
        // clean-next config/hard-coded-port -- of a client
        mail.setPort(2525);
        // expect-next config/hard-coded-port {port=8082}
        Undertow.builder().addHttpListener(8082, "0.0.0.0").build().start();
    }

    void customize(ConfigurableWebServerFactory factory) {
        // expect-next config/hard-coded-port {port=8443}
        factory.setPort(8443);
    }

    interface MailServer {
        void setPort(int port);
    }
}
