using Microsoft.Extensions.Caching.Memory;
public class Invitations
{
    private static readonly MemoryCache _tokenCache = new(new MemoryCacheOptions());
    public string Issue(DateTimeOffset until)
    {
        var secret = Random.String(36);
        // expect-next state/in-memory-token warning {field=_tokenCache}
        _tokenCache.Set(secret, until, until);
        return secret;
    }
    public bool IsValid(string secret) => _tokenCache.TryGetValue(secret, out _);
}
public class Prices
{
    private static readonly MemoryCache _prices = new(new MemoryCacheOptions());
    public void Keep(string article, decimal price)
    {
        var key = article.ToLower();
        // clean-next state/in-memory-token -- no token
        _prices.Set(key, price);
    }
}
