public class OrderWorker : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // expect-next lifecycle/no-graceful-shutdown warning
        while (true)
        {
            await Process();
            await Task.Delay(1000);
        }
    }
}
public class GoodWorker : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // clean-next lifecycle/no-graceful-shutdown -- the delay ends with the token
        while (true)
        {
            await Process();
            await Task.Delay(1000, stoppingToken);
        }
    }
}
