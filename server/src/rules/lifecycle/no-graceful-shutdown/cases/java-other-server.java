package shop;

import shop.lwm2m.Server;

class Registration {
    public static void main(String[] args) {
        // clean-next lifecycle/no-graceful-shutdown -- a description, not a server (org.eclipse.jetty.server)
        Server server = new Server(123);
        server.start();
    }
}
