var builder = WebApplication.CreateBuilder(args);
                                              
builder.Services.AddSignalR(o => o.EnableDetailedErrors = true).AddStackExchangeRedis(System.Environment.GetEnvironmentVariable("REDIS_CONNECTION")).AddJsonProtocol();
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();
