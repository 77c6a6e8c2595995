package shop;

import java.net.ServerSocket;
import java.net.Socket;

public class OrderGateway implements Runnable {
    private static final int PORT = 9100;

    @Override
    public void run() {
        try {
            // expect-next network/raw-socket warning {port=9100}
            ServerSocket server = new ServerSocket(PORT);
            //                        ^^^^^^^^^^^^
            while (true) {
                Socket client = server.accept();
                handle(client);
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
