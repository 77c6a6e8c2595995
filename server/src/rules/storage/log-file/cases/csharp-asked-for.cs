using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
public static class Logs
{
    public static IHostBuilder AddFile(this IHostBuilder host, string file, string level)
    {
        host.ConfigureLogging(logging =>
        {
            if (!string.IsNullOrEmpty(file))
            {
                // expect-next storage/log-file info
                Log.Logger = new LoggerConfiguration().WriteTo.File(file).CreateLogger();
                logging.AddProvider(new SerilogLoggerProvider(Log.Logger));
            }
        });
        return host;
    }
    public static IHostBuilder OnlyFile(this IHostBuilder host, string file)
    {
        host.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            if (!string.IsNullOrEmpty(file))
            {
                // expect-next storage/log-file warning
                Log.Logger = new LoggerConfiguration().WriteTo.File(file).CreateLogger();
                logging.AddProvider(new SerilogLoggerProvider(Log.Logger));
            }
        });
        return host;
    }
}
