package shop;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.RedisClient;

class LimitConfig {
    ProxyManager<byte[]> buckets(RedisClient client) {
        return LettuceBasedProxyManager.builderFor(client).build();
    }
}
