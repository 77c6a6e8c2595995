using Hangfire;
using Hangfire.Redis.StackExchange;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddHangfire(config =>
        {
                                                                                     
            config.UseRedisStorage(System.Environment.GetEnvironmentVariable("REDIS_CONNECTION"));
        });
        services.AddHangfireServer();
    }

    public void Other(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<ShopContext>(options => options.UseNpgsql(configuration["Shop"]));
    }
}
