using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
public class Dashboard
{
    // clean-next state/mutable-static -- a service that each process runs finds out for itself
    private readonly ConcurrentDictionary<string, State> _states = new ConcurrentDictionary<string, State>();
    public void Publish(string name, State state)
    {
        _states.AddOrUpdate(name, state, (_, _) => state);
    }
    public State Of(string name) => _states[name];
}
public class Asker : IHostedService
{
    private readonly Dashboard _dashboard;
    public Asker(Dashboard dashboard) => _dashboard = dashboard;
    public async Task StartAsync(CancellationToken token) => _dashboard.Publish("node", await Ask(token));
    public Task StopAsync(CancellationToken token) => Task.CompletedTask;
}
