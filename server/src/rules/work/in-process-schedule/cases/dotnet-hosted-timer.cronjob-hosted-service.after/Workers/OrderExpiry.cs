using Microsoft.Extensions.Hosting;

namespace Shop.Workers;

public class OrderExpiry
{
    private readonly ILogger<OrderExpiry> _logger;
    private readonly OrderRepository _orders;

    public OrderExpiry(ILogger<OrderExpiry> logger, OrderRepository orders)
    {
        _logger = logger;
        _orders = orders;
    }

    public async Task ExpireOrders(object? state)
    {
        foreach (var order in await _orders.GetUnpaid())
        {
            await _orders.InsertCancellation(order);
        }
    }
}
