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
