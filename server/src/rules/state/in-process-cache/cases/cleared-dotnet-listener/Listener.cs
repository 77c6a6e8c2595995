public class Listener : IListener
{
    public Listener(ISubscriber bus, IServiceProvider services)
    {
        bus.Subscribe("cache", (channel, message) =>
        {
            var cache = services.GetRequiredService<IShopCache>();
            cache.Remove(message);
        });
    }
}
