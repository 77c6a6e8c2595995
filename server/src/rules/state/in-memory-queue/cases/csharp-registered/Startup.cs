using System.Threading.Channels;
public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // expect-next state/in-memory-queue warning {field=Channel<Order>}
        services.AddSingleton(Channel.CreateUnbounded<Order>(new UnboundedChannelOptions { SingleReader = true }));
        //                            ^^^^^^^^^^^^^^^
        services.AddSingleton(provider => provider.GetRequiredService<Channel<Order>>().Reader);
        services.AddSingleton(provider => provider.GetRequiredService<Channel<Order>>().Writer);
        // clean-next state/in-memory-queue -- one for each request
        services.AddScoped(_ => Channel.CreateUnbounded<Line>());
        services.AddHostedService<OrderWorker>();
    }
}
