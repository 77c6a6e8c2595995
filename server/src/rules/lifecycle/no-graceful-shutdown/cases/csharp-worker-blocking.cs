public class BlockingWorker : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // expect-next lifecycle/no-graceful-shutdown warning {name=BlockingWorker} -- no fix: without async something has to be returned behind the loop
        while (true)
        {
            Process();
            Thread.Sleep(1000);
        }
    }
}
