using Microsoft.Extensions.DependencyInjection;
using Shop.Workers;

var builder = WebApplication.CreateBuilder(args);

var app = builder.Build();

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "invoice-mailer")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = app.Services.CreateScope();
    await ActivatorUtilities.CreateInstance<InvoiceMailer>(jobScope.ServiceProvider).RunOnceAsync(System.Threading.CancellationToken.None);
    return;
}

app.MapGet("/", () => "shop");
app.Run();
