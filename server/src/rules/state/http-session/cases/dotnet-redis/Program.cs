var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
// expect-next state/http-session error
builder.Services.AddSession(o =>
{
    o.IdleTimeout = TimeSpan.FromMinutes(20);
});
var app = builder.Build();
app.UseSession();
app.Run();
