using Microsoft.Extensions.Hosting;

public class Poller : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
                                                                           
        while (!stoppingToken.IsCancellationRequested)
        {
            await Poll();
            await Task.Delay(TimeSpan.FromSeconds(30), stoppingToken);
        }
    }

    private Task Poll() => Task.CompletedTask;
}
