public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // expect-next state/generated-secret error
        services.AddDataProtection().SetApplicationName("shop");
        // services.AddDataProtection().PersistKeysToStackExchangeRedis(redis, "keys");
        services.AddIdentity<User, Role>();
    }
}
