using Microsoft.Extensions.Hosting;

namespace Shop.Workers;

public class OrderExpiry : IHostedService, IDisposable
{
    private readonly ILogger<OrderExpiry> _logger;
    private readonly OrderRepository _orders;
    private Timer? _timer;

    public OrderExpiry(ILogger<OrderExpiry> logger, OrderRepository orders)
    {
        _logger = logger;
        _orders = orders;
    }

    /// <summary>Begins to expire orders.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _logger.LogInformation("order expiry starts");
        // expect-next work/in-process-schedule error
        _timer = new Timer(ExpireOrders, null, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        return Task.CompletedTask;
    }

    private async void ExpireOrders(object? state)
    {
        foreach (var order in await _orders.GetUnpaid())
        {
            await _orders.InsertCancellation(order);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Change(Timeout.Infinite, 0);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();
}
