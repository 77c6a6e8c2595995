using System.Threading.Channels;
public class OrderWorker : BackgroundService
{
    private readonly ChannelReader<Order> orders;
    public OrderWorker(ChannelReader<Order> orders) => this.orders = orders;
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        await foreach (var order in orders.ReadAllAsync(token)) await Ship(order);
    }
    private Task Ship(Order order) => Task.CompletedTask;
}
