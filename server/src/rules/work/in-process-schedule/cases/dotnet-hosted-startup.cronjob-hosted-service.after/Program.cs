using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;

public static class Program
{
    public static async Task Main(string[] args)
    {
        var host = Host.CreateDefaultBuilder(args)
            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())
            .Build();

        if (System.Environment.GetEnvironmentVariable("APP_JOB") == "invoice-mailer")
        {
            // A CronJob started this process: it does the work once and ends.
            using var jobScope = host.Services.CreateScope();
            await ActivatorUtilities.CreateInstance<Shop.Workers.InvoiceMailer>(jobScope.ServiceProvider).RunOnceAsync(System.Threading.CancellationToken.None);
            return;
        }

        await host.RunAsync();
    }
}
