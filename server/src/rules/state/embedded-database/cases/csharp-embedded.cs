public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // expect-next state/embedded-database error {engine=SQLite}
        services.AddDbContext<ShopContext>(o => o.UseSqlite("Data Source=shop.db"));
        //                                        ^^^^^^^^^
        if (env.IsDevelopment())
        {
            // clean-next state/embedded-database -- on a developer's desk
            services.AddDbContext<OtherContext>(o => o.UseInMemoryDatabase("x"));
        }
    }
}
public class TestingShopContext : DbContext
{
    // clean-next state/embedded-database -- takes the place of the real one in tests
    protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseInMemoryDatabase("shop");
}
public class TestimonialContext : DbContext
{
    // expect-next state/embedded-database {engine=EF Core InMemory}
    protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseInMemoryDatabase("testimonials");
}
public class Providers
{
    public void Register(IServiceCollection services, ProviderSettings given, StoreOptions options)
    {
        if (given.Provider != DataProvider.Lite)
        {
            services.AddScoped(_ => new MongoClient(given.Connection));
        }
        else
        {
            if (options.Single)
                // expect-next state/embedded-database warning {engine=LiteDB} {setting=given.Provider}
                services.AddSingleton(_ => new LiteDatabase(given.Connection));
            else
                // expect-next state/embedded-database warning {engine=LiteDB} {setting=given.Provider}
                services.AddScoped(_ => new LiteDatabase(given.Connection));
        }
    }
}
