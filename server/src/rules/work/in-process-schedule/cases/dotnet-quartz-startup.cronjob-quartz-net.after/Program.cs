using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Web
{
    public class Program
    {
        public static void Main(string[] args)
        {
            var host = CreateHostBuilder(args).Build();

            if (System.Environment.GetEnvironmentVariable("APP_JOB") == "close-day")
            {
                // A CronJob started this process: it does the work once and ends.
                using var jobScope = host.Services.CreateScope();
                ActivatorUtilities.GetServiceOrCreateInstance<Shop.Jobs.CloseDay>(jobScope.ServiceProvider).Execute(null!).GetAwaiter().GetResult();
                return;
            }

            host.Run();
        }

        public static IHostBuilder CreateHostBuilder(string[] args) =>
            Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
    }
}
