using Microsoft.Extensions.Caching.Memory;
public class ProductService
{
    private readonly IMemoryCache _cache;
    private readonly ShopContext _db;
    public async Task<Product> Get(int id)
    {
        // expect-next state/in-process-cache warning {provider=IMemoryCache}
        return await _cache.GetOrCreateAsync($"product-{id}", e => _db.Products.FindAsync(id));
        //                  ^^^^^^^^^^^^^^^^
    }
    public async Task Save(Product product)
    {
        await _db.SaveChangesAsync();
        _cache.Remove($"product-{product.Id}");
    }
}
public class Slugs
{
    private readonly IMemoryCache _cache;
    // clean-next state/in-process-cache -- can be computed anew
    public string Of(string name) => _cache.GetOrCreate(name, e => name.ToLowerInvariant());
}
public class Drafts
{
    private readonly IMemoryCache _cache;
    public void Keep(string id, Draft draft)
    {
        // expect-next state/in-process-cache warning
        _cache.Set(id, draft);
    }
    public Draft Find(string id) => _cache.Get<Draft>(id);
}
public class Rates
{
    // expect-next state/in-process-cache info
    public Rate Today() { var r = _service.Load(); HttpRuntime.Cache.Insert("rates", r, null, DateTime.Now.AddMinutes(5), TimeSpan.Zero); return r; }
    private RateService _service;
}
public class Texts
{
    private readonly IMemoryCache _cache;
    public async Task<string> Get(string language, string key)
    {
        var texts = await Load(language);
        // clean-next state/in-process-cache -- texts that ship with the program
        _cache.Set(key, texts[key]);
        return texts[key];
    }
    private async Task<Dictionary<string, string>> Load(string language) => JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(language + ".json"));
}
public class Notes
{
    private readonly IMemoryCache _cache;
    public async Task<string> Get(string id)
    {
        var note = await Load(id);
        // expect-next state/in-process-cache warning
        _cache.Set(id, note);
        return note;
    }
    public void Save(string id, string text) { File.WriteAllText(id, text); _cache.Remove(id); }
    private async Task<string> Load(string id) => await File.ReadAllTextAsync(id);
}
public class Snapshots
{
    private readonly IMemoryCache _cache;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    public async Task<Order> Of(Guid id, int version)
    {
        var key = $"{id}_{version}";
        // clean-next state/in-process-cache -- one version never changes
        return await _cache.GetOrCreateAsync(key, async _ => await _repository.Get(id, version));
    }
    public async Task<Usage> Month(string name) => await _cache.GetOrCreateAsync($"usage:{name}", async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Life;
        return await _repository.Usage(name);
    });
    public async Task<Client> Open(string name)
    {
        var client = await _repository.Connect(name);
        // clean-next state/in-process-cache -- a connection of this process
        _cache.Set(name, client);
        return client;
    }
}
public static class Pace
{
    private static readonly MemoryCache _done = new(new MemoryCacheOptions());
    public static async Task Throttle(Func<Task> work, string key, TimeSpan pause)
    {
        if (_done.TryGetValue(key, out _)) return;
        await work();
        // clean-next state/in-process-cache -- a mark that paces this process copies nothing
        _done.Set(key, string.Empty, pause);
    }
    public static async Task<Product> Find(ProductService products, int id)
    {
        var name = $"product-{id}";
        var found = await products.Get(id);
        // expect-next state/in-process-cache warning {name=product-*}
        _done.Set(name, found);
        return found;
    }
    public static void Reset() => _done.Clear();
}
