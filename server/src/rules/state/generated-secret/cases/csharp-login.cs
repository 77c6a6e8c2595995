public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication()
            // clean-next state/generated-secret -- the same key ring, told once
            .AddOpenIdConnect("sso", options => options.Authority = "https://login.example.com")
            // expect-next state/generated-secret error
            .AddCookie("external");
    }
}
public class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext>
{
    public ShopContext CreateDbContext(string[] args)
    {
        var services = new ServiceCollection();
        // clean-next state/generated-secret -- for the tools of a developer
        services.AddIdentity<User, Role>();
        return services.BuildServiceProvider().GetRequiredService<ShopContext>();
    }
}
public class KeyStore
{
    public async Task<RsaSecurityKey> Key()
    {
        // clean-next state/generated-secret -- written where all replicas read it
        var key = new RsaSecurityKey(RSA.Create(2048));
        await state.WriteAsync(key.Parameters);
        return key;
    }
}
