package shop.net;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

public class Proxy {
    void listen(int localPort) throws Exception {
        // expect-next network/raw-socket warning
        ServerSocket server = SSLServerSocketFactory.getDefault().createServerSocket(localPort);
        while (true) serve(server.accept());
    }
}
