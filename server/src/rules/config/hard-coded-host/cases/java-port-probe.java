package shop;

import java.io.IOException;
import java.net.Socket;

class Ports {

    private static final int LEDGER_PORT = 7001;

    boolean isFree(int port) {
        // clean-next config/hard-coded-host -- asks whether a port of this very machine is taken
        try (Socket ignored = new Socket("localhost", port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    int firstFree(int start) {
        int candidate = start;
        Socket socket = null;
        while (true) {
            try {
                // clean-next config/hard-coded-host -- the same, with a name for the connection
                socket = new Socket("localhost", candidate);
                socket.close();
                candidate++;
            } catch (IOException e) {
                return candidate;
            }
        }
    }

    void waitForLedger() throws IOException {
        // expect-next config/hard-coded-host warning
        new Socket("localhost", LEDGER_PORT).close();
    }

    void send(int port, byte[] order) throws IOException {
        // expect-next config/hard-coded-host warning
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(order);
        }
    }
}
