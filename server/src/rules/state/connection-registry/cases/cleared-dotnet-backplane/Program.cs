var builder = WebApplication.CreateBuilder(args);
// clean-next state/connection-registry -- it gets a backplane below
var signalR = builder.Services.AddSignalR();
signalR.AddStackExchangeRedis(builder.Configuration.GetConnectionString("Redis"));
builder.Build().Run();
