using System;
using Microsoft.Extensions.Caching.Memory;
public class MailServers
{
    private static IMemoryCache cache;
    static MailServers() => Begin();
    internal static void Begin()
    {
        if (cache != null) cache.Dispose();
        cache = new MemoryCache(new MemoryCacheOptions());
    }
    public Server Of(string name)
    {
        string key = $"SMTP-{name}";
        Server server = Kept(key) as Server;
        if (server == null)
        {
            server = Find(name);
            if (server != null) Keep(key, server);
        }
        return server;
    }
    private static void Keep(string key, object value)
    {
        var options = new MemoryCacheEntryOptions();
        options.SetAbsoluteExpiration(TimeSpan.FromHours(1));
        // expect-next state/in-process-cache warning
        cache.Set(key, value, options);
    }
    private static object Kept(string key)
    {
        cache.TryGetValue(key, out var found);
        return found;
    }
    private Server Find(string name) => Rows.Of("smtp", name);
}
