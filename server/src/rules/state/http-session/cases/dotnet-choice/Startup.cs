public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        if (Configuration["RedisConnectionString"] != null)
        {
            services.AddStackExchangeRedisCache(o => o.Configuration = Configuration["RedisConnectionString"]);
        }
        else
        {
            services.AddDistributedMemoryCache();
        }
        // expect-next state/http-session warning
        services.AddSession();
    }
}
