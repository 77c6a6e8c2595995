package shop.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.handler.codec.http.HttpServerCodec;

public class WebServer {
    void start(int port) throws InterruptedException {
        // clean-next network/raw-socket -- the web server of the application
        ServerBootstrap bootstrap = new ServerBootstrap();
        bootstrap.childHandler(new Initializer(new HttpServerCodec()));
        bootstrap.bind(port).sync();
    }
}
