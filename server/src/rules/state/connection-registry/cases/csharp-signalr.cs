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
public class VersionFilter : IHubFilter
{
    // clean-next state/connection-registry -- asked for by the connection itself, which this replica holds
    private static readonly ConcurrentDictionary<string, string> versions = new();
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        versions.TryAdd(context.Context.ConnectionId, context.Context.GetHttpContext().Request.Headers["Version"]);
        return next(context);
    }
    public bool IsNew(HubCallerContext caller) => versions.TryGetValue(caller.ConnectionId, out var version) && version == "2";
    public void OnGone(HubLifetimeContext context) => versions.TryRemove(context.Context.ConnectionId, out _);
}
public static class Presence
{
    // expect-next state/connection-registry warning {field=online}
    private static readonly ConcurrentDictionary<string, string> online = new();
    public static void Enter(string connectionId, string user) => online[connectionId] = user;
    public static void Leave(string connectionId) => online.TryRemove(connectionId, out _);
    public static IEnumerable<string> Users() => online.Values;
}
public class PresenceTracker
{
    // expect-next state/connection-registry error {field=Connections}
    private static readonly Dictionary<int, List<string>> Connections = new();
    public void Connected(int userId, string connectionId)
    {
        if (Connections.TryGetValue(userId, out var ids)) ids.Add(connectionId);
        else Connections.Add(userId, new List<string> { connectionId });
    }
    public List<string> Of(int userId) => Connections.TryGetValue(userId, out var ids) ? ids : new();
}
