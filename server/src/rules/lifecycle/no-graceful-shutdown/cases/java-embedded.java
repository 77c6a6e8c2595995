package shop;

import com.sun.net.httpserver.HttpServer;
import io.undertow.Undertow;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Server;

class JettyMain {
    public static void main(String[] args) throws Exception {
        // expect-next lifecycle/no-graceful-shutdown warning {server=Server}
        Server server = new Server(8080);
        //                  ^^^^^^
        server.start();
        server.join();
    }
}
