var builder = WebApplication.CreateBuilder(args);
                                                 
builder.WebHost.UseUrls(System.Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "http://*:5005");
builder.Build().Run();
