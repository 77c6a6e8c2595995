var builder = WebApplication.CreateBuilder(args);
                                                 
builder.WebHost.ConfigureKestrel(options => options.ListenAnyIP(int.Parse(System.Environment.GetEnvironmentVariable("PORT") ?? "5005")));
builder.Build().Run();
