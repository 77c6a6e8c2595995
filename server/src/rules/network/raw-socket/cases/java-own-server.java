package shop;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

class Shop {
    public static void main(String[] args) throws Exception {
        // clean-next network/raw-socket -- the program's own HTTP server
        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
        server.start();
    }
}
