public class Prices
{
    private readonly IFusionCache _cache;
    // clean-next state/in-process-cache -- a backplane tells the other replicas
    public Task<Price> Of(int id) => _cache.GetOrSetAsync($"price:{id}", async _ => await _priceRepository.Get(id));
    public void Changed(int id) => _cache.Remove($"price:{id}");
}
