var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<CollectionCache>();
builder.Services.AddSingleton<MemoryCacheProvider>();
builder.Build().Run();
