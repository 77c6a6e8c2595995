public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // expect-next state/generated-secret warning
        services.AddIdentity<User, Role>().AddEntityFrameworkStores<ShopContext>();
        services.AddTokens(Configuration);
    }
}
