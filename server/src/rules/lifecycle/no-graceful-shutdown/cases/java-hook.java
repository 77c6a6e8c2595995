package shop;

import org.eclipse.jetty.server.Server;

class HookMain {
    public static void main(String[] args) throws Exception {
        // clean-next lifecycle/no-graceful-shutdown -- stopped when the JVM ends
        Server server = new Server(8080);
        server.setStopAtShutdown(true);
        server.start();
    }
}
