using Coravel;
using Shop.Jobs;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScheduler();
builder.Services.AddTransient<SendInvoices>();
var app = builder.Build();

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "send-invoices")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = app.Services.CreateScope();
    await jobScope.ServiceProvider.GetRequiredService<SendInvoices>().Invoke();
    return;
}

app.Services.UseScheduler(scheduler =>
{
                                                                      
});

app.MapGet("/", () => "shop");
app.Run();
