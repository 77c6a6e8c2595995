public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // expect-next state/in-process-cache info
        services.AddDistributedMemoryCache();
        services.AddStackExchangeRedisCache(options => options.Configuration = Configuration["Redis"]);
    }
}
