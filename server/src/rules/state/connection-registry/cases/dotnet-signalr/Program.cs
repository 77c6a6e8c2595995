var builder = WebApplication.CreateBuilder(args);
// expect-next state/connection-registry error
builder.Services.AddSignalR(o => o.EnableDetailedErrors = true).AddJsonProtocol();
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();
