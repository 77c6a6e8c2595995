using System.Collections.Concurrent;
var builder = WebApplication.CreateBuilder(args);
// expect-next state/connection-registry error {call=AddSignalR()}
builder.Services.AddSignalR();
//               ^^^^^^^^^^
var app = builder.Build();
app.MapHub<ChatHub>("/chat");
app.Run();

public class SocketStore
{
    // expect-next state/connection-registry error {field=sockets}
    private static readonly ConcurrentDictionary<string, WebSocket> sockets = new();
    public void Add(string id, WebSocket socket) => sockets[id] = socket;
    public WebSocket Get(string id) => sockets[id];
}

public class OnlineUsers : Hub
{
    // expect-next state/connection-registry error {field=users}
    private static readonly ConcurrentDictionary<string, string> users = new();
    public override Task OnConnectedAsync() { users[Context.ConnectionId] = Context.UserIdentifier; return base.OnConnectedAsync(); }
    public int Count() => users.Count;
}
