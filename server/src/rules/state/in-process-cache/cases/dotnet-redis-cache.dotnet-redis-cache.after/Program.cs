var builder = WebApplication.CreateBuilder(args);
                                             
builder.Services.AddStackExchangeRedisCache(options => options.Configuration = System.Environment.GetEnvironmentVariable("REDIS_CONNECTION"));
builder.Build().Run();
