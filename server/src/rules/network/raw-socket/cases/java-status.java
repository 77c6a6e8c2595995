package shop.net;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class StatusServer {
    void open() throws Exception {
        // expect-next network/raw-socket warning {port=9101}
        HttpServer server = HttpServer.create(new InetSocketAddress(9101), 0);
        //                             ^^^^^^
        server.start();
    }
}
