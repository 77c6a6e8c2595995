package shop.net;

import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousServerSocketChannel;

public class Terminal {
    void start() throws Exception {
        // expect-next network/raw-socket warning {port=7002}
        AsynchronousServerSocketChannel channel = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(7002));
        channel.accept(null, new Handler());
    }
}
