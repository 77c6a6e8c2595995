var builder = WebApplication.CreateBuilder(args);
// expect-next state/in-process-cache warning
builder.Services.AddDistributedMemoryCache(o => o.SizeLimit = 1000);
builder.Build().Run();
