public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllersWithViews();
                                               
        services.AddStackExchangeRedisCache(options => options.Configuration = System.Environment.GetEnvironmentVariable("REDIS_CONNECTION"));
        services.AddSession();
    }
}
