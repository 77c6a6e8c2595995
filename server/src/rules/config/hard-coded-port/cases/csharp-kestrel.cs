var builder = WebApplication.CreateBuilder(args);
// expect-next config/hard-coded-port {port=5005}
builder.WebHost.ConfigureKestrel(options => options.ListenAnyIP(5005));
builder.Build().Run();
