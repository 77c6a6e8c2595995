using Quartz;
using Shop.Jobs;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
                                               

var app = builder.Build();

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "close-day")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = app.Services.CreateScope();
    await ActivatorUtilities.GetServiceOrCreateInstance<CloseDay>(jobScope.ServiceProvider).Execute(null!);
    return;
}

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "sync-stock")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = app.Services.CreateScope();
    await ActivatorUtilities.GetServiceOrCreateInstance<SyncStock>(jobScope.ServiceProvider).Execute(null!);
    return;
}

app.MapControllers();
app.Run();
