using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Memory;
public class Fees
{
    private const string Url = "https://fees.example.org/api/v1/fees";
    private readonly TimeSpan _life = TimeSpan.FromMinutes(25);
    public async Task<Fee[]> Get()
    {
        try
        {
            // expect-next state/in-process-cache info
            return await memoryCache.GetOrCreateAsync("fees", async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = _life;
                return await Ask();
            });
        }
        catch (Exception)
        {
            memoryCache.Remove("fees");
            throw;
        }
    }
    private async Task<Fee[]> Ask()
    {
        var client = httpClientFactory.CreateClient(nameof(Fees));
        using var response = await client.GetAsync(Url);
        return await response.Content.ReadAsAsync<Fee[]>();
    }
    private readonly IMemoryCache memoryCache;
}
public class Prices
{
    private const string Help = "https://docs.example.org/prices";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IMemoryCache memoryCache;
    public async Task<Price> Of(string id)
    {
        if (memoryCache.TryGetValue("price" + id, out Price known)) return known;
        var price = await _priceRepository.GetAsync(id);
        // expect-next state/in-process-cache warning
        memoryCache.Set("price" + id, price, Life);
        return price;
    }
    public async Task Change(Price price)
    {
        await _priceRepository.Save(price);
        memoryCache.Remove("price" + price.Id);
    }
}
