public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        string redisAddress = Configuration["REDIS_ADDR"];
        if (!string.IsNullOrEmpty(redisAddress))
        {
            services.AddStackExchangeRedisCache(options => options.Configuration = redisAddress);
        }
        else
        {
            // expect-next state/in-process-cache warning {setting=REDIS_ADDR}
            services.AddDistributedMemoryCache();
        }
    }
}
