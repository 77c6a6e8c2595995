public class ShopCacheManager : IShopCache
{
    private readonly IMemoryCache _cache;
    public Task<T> Get<T>(string key, Func<Task<T>> load)
    {
        // clean-next state/in-process-cache -- a listener of the application drops what other replicas have changed
        return _cache.GetOrCreateAsync(key, entry => load());
    }
    public virtual void Remove(string key) => _cache.Remove(key);
}
