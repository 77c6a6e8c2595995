public class CollectionCache
{
    private readonly IDbContextFactory<ShopContext> factory;
    // expect-next state/mutable-static info {field=_queries}
    private readonly Dictionary<string, string> _queries = new();
    public async Task Refresh(CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        List<Collection> all = await db.Collections.ToListAsync(token);
        _queries.Clear();
        foreach (var each in all) _queries.Add(each.Name, each.Query);
    }
    public string Query(string name) => _queries.GetValueOrDefault(name);
}
public class MemoryCacheProvider
{
    // clean-next state/mutable-static -- its users decide what it holds
    private readonly Dictionary<string, object> _entries = new();
    public void Set(string key, object value) => _entries[key] = value;
    public object Get(string key) => _entries[key];
}
