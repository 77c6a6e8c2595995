var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStackExchangeRedisCache(options => options.Configuration = System.Environment.GetEnvironmentVariable("REDIS_CONNECTION"));
                                       
builder.Services.AddSession(o =>
{
    o.IdleTimeout = TimeSpan.FromMinutes(20);
});
var app = builder.Build();
app.UseSession();
app.Run();
