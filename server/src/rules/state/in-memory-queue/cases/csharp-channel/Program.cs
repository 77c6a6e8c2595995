var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHostedService<MailWorker>();
builder.Services.AddSingleton<Jobs>();
builder.Build().Run();
