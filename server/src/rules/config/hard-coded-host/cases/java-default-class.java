package shop.cache;

import shop.common.ShopProperties;

public class CacheConnection {

    private static final class Defaults {
        // clean-next config/hard-coded-host -- only where the setting is missing
        static final String HOST = "127.0.0.1";
        // expect-next config/hard-coded-host warning
        static final String MIRROR_HOST = "10.7.0.12";
        static final int PORT = 6379;
    }

    private Jedis jedis;
    private Jedis mirror;

    void connect() {
        String host = "";
        if (ShopProperties.getProperty("cache.ip").equals("")) {
            host = Defaults.HOST;
        } else {
            host = ShopProperties.getProperty("cache.ip");
        }
        jedis = new Jedis(host, Defaults.PORT);
        mirror = new Jedis(Defaults.MIRROR_HOST, Defaults.PORT);
    }
}
