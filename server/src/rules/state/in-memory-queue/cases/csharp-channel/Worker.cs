using System.Collections.Concurrent;
using System.Threading.Channels;
public class MailWorker : BackgroundService
{
    // expect-next state/in-memory-queue {field=mails}
    private readonly ConcurrentQueue<Mail> mails = new();
    // clean-next state/in-memory-queue -- belongs to the logger
    private readonly ConcurrentQueue<string> logs = new();
    public void Send(Mail mail) => mails.Enqueue(mail);
    public void Log(string line) => logs.Enqueue(line);
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (mails.TryDequeue(out var mail)) await Deliver(mail);
        while (logs.TryDequeue(out var line)) Console.WriteLine(line);
    }
}
public class Jobs
{
    // expect-next state/in-memory-queue
    private readonly Channel<Job> jobs = Channel.CreateUnbounded<Job>();
    public ValueTask Add(Job job) => jobs.Writer.WriteAsync(job);
    public IAsyncEnumerable<Job> Take() => jobs.Reader.ReadAllAsync();
}
public class Batch
{
    // clean-next state/in-memory-queue -- no object of this class is the only one
    private readonly ConcurrentQueue<Job> parts = new();
    public void Add(Job job) => parts.Enqueue(job);
    public bool Take() => parts.TryDequeue(out _);
}
