package shop.net;

import java.net.InetSocketAddress;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;

public class LegacyTerminalServer {
    void start() throws Exception {
        // expect-next network/raw-socket warning {port=7001}
        NioSocketAcceptor acceptor = new NioSocketAcceptor();
        acceptor.bind(new InetSocketAddress(7001));
    }
}
