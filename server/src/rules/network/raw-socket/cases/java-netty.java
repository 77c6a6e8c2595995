package shop.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.socket.nio.NioServerSocketChannel;

public class DeviceServer {
    void start(int port) throws InterruptedException {
        // expect-next network/raw-socket warning
        ServerBootstrap bootstrap = new ServerBootstrap();
        bootstrap.channel(NioServerSocketChannel.class).childHandler(new DeviceInitializer());
        bootstrap.bind(port).sync();
    }
}
