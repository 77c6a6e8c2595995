public static class MemoryCacheExtensions
{
    public static async Task<T> Exclusive<T>(this IMemoryCache cache, string key, Func<Task<T>> load)
    {
        var value = await load();
        // clean-next state/in-process-cache -- added to every cache, whoever holds it
        cache.Set(key, value);
        return value;
    }
}
