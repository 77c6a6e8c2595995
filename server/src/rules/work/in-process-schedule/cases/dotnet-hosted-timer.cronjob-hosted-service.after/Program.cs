using Shop.Workers;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();

var app = builder.Build();

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "order-expiry")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = app.Services.CreateScope();
    await ActivatorUtilities.CreateInstance<OrderExpiry>(jobScope.ServiceProvider).ExpireOrders(null);
    return;
}

app.MapControllers();
app.Run();
