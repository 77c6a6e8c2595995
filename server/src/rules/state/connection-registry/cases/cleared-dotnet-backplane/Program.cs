var builder = WebApplication.CreateBuilder(args);
var signalR = builder.Services.AddSignalR();
signalR.AddStackExchangeRedis(builder.Configuration.GetConnectionString("Redis"));
builder.Build().Run();
