package shop.net;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

public class Ports {
    static int findFreePort() throws Exception {
        // clean-next network/raw-socket -- any free port
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static boolean isAvailable(int port) {
        // clean-next network/raw-socket -- only tries the port
        try (ServerSocket socket = new ServerSocket(port)) {
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    Socket child(Process process) throws Exception {
        // clean-next network/raw-socket -- a process of this machine connects back
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("localhost", 0));
        return server.accept();
    }

    void shutdownPort() throws Exception {
        // clean-next network/raw-socket -- reachable from the pod alone
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8005), 0);
        server.start();
    }

    public static void main(String[] args) throws Exception {
        // clean-next network/raw-socket -- the program's own server
        ServerSocket server = new ServerSocket(8080);
        server.accept();
    }
}
