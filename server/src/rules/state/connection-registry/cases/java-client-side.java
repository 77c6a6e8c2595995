package shop.remote;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Gateways {
    // clean-next state/connection-registry -- this process's own calls to others
    private static final Map<String, Channel> channels = new ConcurrentHashMap<>();

    void send(String host, Object request) throws Exception {
        Channel channel = channels.computeIfAbsent(host, key -> new Bootstrap().connect(key, 9000).channel());
        channel.writeAndFlush(request);
    }
}
