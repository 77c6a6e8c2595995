var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration.GetConnectionString("Redis"));
// expect-next state/http-session info
builder.Services.AddSession();
var app = builder.Build();
app.Run();
