var builder = WebApplication.CreateBuilder(args);
// expect-next state/connection-registry warning
var signalR = builder.Services.AddSignalR();
if (builder.Configuration["Redis"] is { } redis)
{
    signalR.AddStackExchangeRedis(redis);
}
builder.Build().Run();
