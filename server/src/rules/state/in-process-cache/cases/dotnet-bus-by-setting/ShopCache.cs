public class ShopCacheManager : IShopCache
{
    private readonly IMemoryCache _cache;
    public Task<T> Get<T>(string key, Func<Task<T>> load)
    {
        // expect-next state/in-process-cache warning {setting=options.TellOthers}
        return _cache.GetOrCreateAsync(key, entry => load());
    }
    public virtual void Remove(string key) => _cache.Remove(key);
}
