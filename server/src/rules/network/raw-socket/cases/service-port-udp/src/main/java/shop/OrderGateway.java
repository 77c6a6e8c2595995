package shop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class OrderGateway implements Runnable {

    @Override
    public void run() {
        // expect-next network/raw-socket warning {port=9514}
        try (DatagramSocket socket = new DatagramSocket(9514)) {
            while (true) {
                socket.receive(new DatagramPacket(new byte[512], 512));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
