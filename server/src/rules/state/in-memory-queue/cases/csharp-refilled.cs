using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
public class Watcher : IHostedService
{
    // clean-next state/in-memory-queue -- what waits is read from the database again at start
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    public Task StartAsync(CancellationToken token)
    {
        _ = Work(token);
        _ = TakeUp(token);
        return Task.CompletedTask;
    }
    public void Watch(string id) => _waiting.Writer.TryWrite(id);
    private async Task TakeUp(CancellationToken token)
    {
        foreach (var id in await Pending(token)) Watch(id);
    }
    private async Task<string[]> Pending(CancellationToken token) => await _db.Invoices.Where(each => each.IsPending).Select(each => each.Id).ToArrayAsync(token);
    private async Task Work(CancellationToken token)
    {
        await foreach (var id in _waiting.Reader.ReadAllAsync(token)) await _invoices.Settle(id);
    }
}
public class Mailer : BackgroundService
{
    // expect-next state/in-memory-queue warning {field=_waiting}
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    public void Send(string id) => _waiting.Writer.TryWrite(id);
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        await Work(token);
    }
    private async Task Work(CancellationToken token)
    {
        await foreach (var id in _waiting.Reader.ReadAllAsync(token))
        {
            var mail = await _mailRepository.GetAsync(id);
            // What failed goes back into the same memory.
            if (!await _mailer.Send(mail)) _waiting.Writer.TryWrite(id);
        }
    }
}
