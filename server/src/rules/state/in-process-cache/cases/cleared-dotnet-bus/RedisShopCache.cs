public class RedisShopCache : ShopCacheManager
{
    private readonly ISubscriber _bus;
    public RedisShopCache(ISubscriber bus)
    {
        _bus = bus;
        _bus.Subscribe("cache", (channel, message) => base.Remove(message));
    }
}
