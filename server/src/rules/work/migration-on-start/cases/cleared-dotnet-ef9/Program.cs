var app = WebApplication.CreateBuilder(args).Build();
// expect-next work/migration-on-start info
await app.Services.GetRequiredService<ShopContext>().Database.MigrateAsync();
app.Run();
