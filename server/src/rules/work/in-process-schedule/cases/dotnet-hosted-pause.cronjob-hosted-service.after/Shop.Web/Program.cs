using Shop.Jobs;
using Microsoft.Extensions.DependencyInjection;

IHost host = Host.CreateDefaultBuilder(args)
    .ConfigureServices((context, services) =>
    {
        services.AddSingleton<Mailbox>();
    })
    .Build();

if (System.Environment.GetEnvironmentVariable("APP_JOB") == "cart-sweeper")
{
    // A CronJob started this process: it does the work once and ends.
    using var jobScope = host.Services.CreateScope();
    await ActivatorUtilities.CreateInstance<CartSweeper>(jobScope.ServiceProvider).RunOnceAsync(System.Threading.CancellationToken.None);
    return;
}

await host.RunAsync();
