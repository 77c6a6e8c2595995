package shop.net;

import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class SyslogReceiver {
    private final int port;

    void listen() throws Exception {
        // expect-next network/raw-socket warning
        DatagramSocket socket = new DatagramSocket(port);
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        while (running) socket.receive(packet);
    }

    void send(DatagramPacket packet) throws Exception {
        // clean-next network/raw-socket -- only sends
        DatagramSocket socket = new DatagramSocket();
        socket.send(packet);
    }
}
