var builder = WebApplication.CreateBuilder(args);
// expect-next config/hard-coded-port {port=5005}
builder.WebHost.UseUrls("http://*:5005");
builder.Build().Run();
public static class Probe
{
    // clean-next config/hard-coded-port -- any free port
    public static void Start(KestrelServerOptions options) => options.ListenAnyIP(Settings.Port);
}
