var app = WebApplication.CreateBuilder(args).Build();
using (var scope = app.Services.CreateScope())
{
    // expect-next work/migration-on-start {setting=Database.Migrate()}
    scope.ServiceProvider.GetRequiredService<ShopContext>().Database.Migrate();
    //                                                               ^^^^^^^
}
if (app.Environment.IsDevelopment())
{
    // clean-next work/migration-on-start -- only on a developer's desk
    app.Services.GetRequiredService<ShopContext>().Database.EnsureCreated();
}
app.Run();
public class Samples
{
    public async Task Refresh(ShopContext context)
    {
        await context.Database.EnsureDeletedAsync();
        // clean-next work/migration-on-start -- sets a demonstration up anew
        await context.Database.EnsureCreatedAsync();
    }
}
