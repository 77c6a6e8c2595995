using Hangfire;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddHangfire(config =>
        {
            // expect-next work/in-process-schedule error {call=UseInMemoryStorage()}
            config.UseInMemoryStorage();
        });
        services.AddHangfireServer();
    }

    public void Other(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<ShopContext>(options => options.UseNpgsql(configuration["Shop"]));
    }
}
