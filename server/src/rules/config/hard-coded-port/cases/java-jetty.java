package shop;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;

class Main {
    // expect-next config/hard-coded-port info {port=9000}
    private static final int STATUS_PORT = 9_000;

    public static void main(String[] args) throws Exception {
        // expect-next config/hard-coded-port info {port=8080}
        Server server = new Server(8080);
        //                         ^^^^
        // clean-next config/hard-coded-port -- the environment decides
        Server other = new Server(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
        // clean-next config/hard-coded-port -- an argument decides
        Server third = new Server(Integer.parseInt(args[0]));
        // clean-next config/hard-coded-port -- any free port
        Server fourth = new Server(0);
        HttpServer.create(new InetSocketAddress(STATUS_PORT), 0).start();
        // clean-next config/hard-coded-port -- another method that every object has
        System.out.println(server.toString() + server.hashCode());
        server.start();
        other.start();
        third.start();
        fourth.start();
    }

    void call() throws Exception {
        // clean-next config/hard-coded-port -- a client connects to it
        new java.net.Socket().connect(new InetSocketAddress("stock", 8080));
    }
}
