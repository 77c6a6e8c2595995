using Microsoft.Extensions.Hosting;

public class Poller : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // expect-next lifecycle/no-graceful-shutdown warning {name=Poller}
        while (true)
        {
            await Poll();
            await Task.Delay(TimeSpan.FromSeconds(30));
        }
    }

    private Task Poll() => Task.CompletedTask;
}
