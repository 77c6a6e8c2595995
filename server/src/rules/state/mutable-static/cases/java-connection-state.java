package shop.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Component
class DeviceHandler extends ChannelInboundHandlerAdapter {
    // clean-next state/mutable-static -- lives exactly as long as the connection
    private final Map<String, Decoding> decoding = new ConcurrentHashMap<>();

    // expect-next state/mutable-static {field=positions} -- outlives the connection
    private final Map<String, Position> positions = new HashMap<>();

    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Decoding state = new Decoding(message);
        decoding.put(ctx.channel().id().asLongText(), state);
        positions.put(state.device(), state.position(message));
    }

    public void channelInactive(ChannelHandlerContext ctx) {
        decoding.remove(ctx.channel().id().asLongText());
    }
}

@Service
class MultiNodeCarts {
    private final Settings settings;

    // expect-next state/mutable-static warning {field=carts} -- somebody has thought of several replicas
    private final Map<String, Cart> carts = new ConcurrentHashMap<>();

    void put(String user, Cart cart) {
        if (settings.isMultipleInstances()) {
            settings.store(user, cart);
        } else {
            carts.put(user, cart);
        }
    }
}

class MemoryCartDao implements CartDao {
    private static MemoryCartDao instance = new MemoryCartDao();

    // clean-next state/mutable-static -- configuration chooses between it and the one with a database
    private final Map<String, Cart> carts = new ConcurrentHashMap<>();

    static MemoryCartDao getInstance() {
        return instance;
    }

    public void save(String user, Cart cart) {
        carts.put(user, cart);
    }
}

@Service
@ConditionalOnProperty(name = "carts.store", havingValue = "memory")
class CartHolder implements CartDao {
    // clean-next state/mutable-static -- likewise
    private final Map<String, Cart> carts = new ConcurrentHashMap<>();

    public void save(String user, Cart cart) {
        carts.put(user, cart);
    }
}

@Service
class Carts implements CartDao {
    // expect-next state/mutable-static error {field=carts}
    private final Map<String, Cart> carts = new ConcurrentHashMap<>();

    public void save(String user, Cart cart) {
        carts.put(user, cart);
    }
}
