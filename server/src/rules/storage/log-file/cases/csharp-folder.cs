using Serilog;
public static class Logs
{
    public static void Configure(LoggerConfiguration logs, string folder)
    {
        // expect-next storage/log-file {file=shop.log}
        logs.WriteTo.File($"{folder}/shop.log", rollingInterval: RollingInterval.Day);
    }
}
