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
