using Microsoft.Extensions.Hosting;
// expect-next work/in-process-schedule error {what=emailSender.SendEmailAsync()}
public class InvoiceMailer : BackgroundService
//           ^^^^^^^^^^^^^
{
    private readonly InvoiceRepository repository;
    private readonly IEmailSender emailSender;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        while (await timer.WaitForNextTickAsync(stop)) await SendDue();
    }
    private async Task SendDue()
    {
        foreach (var invoice in await repository.GetDue()) await emailSender.SendEmailAsync(invoice.Mail);
    }
}
// expect-next work/in-process-schedule warning {job=Cleaner (TimeSpan.FromHours(1))}
public class Cleaner : BackgroundService
{
    private readonly ShopContext db;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await db.Carts.Where(c => c.Old).ExecuteDeleteAsync();
            await Task.Delay(TimeSpan.FromHours(1), stop);
        }
    }
}
// clean-next work/in-process-schedule -- waits for messages, not for a time
public class Consumer : BackgroundService
{
    private readonly ShopContext db;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var job = await queue.Reader.ReadAsync(stop);
            await db.SaveChangesAsync();
            await Task.Delay(100);
        }
    }
}
// clean-next work/in-process-schedule -- a lock in the database
public class Settlement : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using (await distributedLock.TryAcquireAsync("settle")) { await db.SaveChangesAsync(); }
            await Task.Delay(1000);
        }
    }
    private readonly IDistributedLock distributedLock;
    private readonly ShopContext db;
}
// clean-next work/in-process-schedule -- measures its own process
public class Gauge : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) { Metrics.Set(GC.GetTotalMemory(false)); await Task.Delay(1000); }
    }
}
public class OrderPoller
{
    private readonly ShopContext context;
    private Timer timer;
    public void Start()
    {
        // expect-next work/in-process-schedule error
        timer = new Timer(Poll, null, 0, 60000);
        // expect-next work/in-process-schedule error
        timer = new Timer(Poll, this, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        // clean-next work/in-process-schedule -- goes off once
        timer = new Timer(Poll, null, 0, Timeout.Infinite);
    }
    private void Poll(object state) { context.Orders.Add(new Order()); context.SaveChanges(); }
}
// expect-next work/in-process-schedule warning {what=members.AddOrUpdate()}
public class DirectorySync : BackgroundService
{
    private readonly MemberStore members;
    private readonly ITenantManager tenantManager;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            tenantManager.SetTenant(1);
            foreach (var member in directory.All()) members.AddOrUpdate(member);
            await Task.Delay(1000, stop);
        }
    }
}
// expect-next work/in-process-schedule error {what=members.Add()}
public class DirectoryImport : BackgroundService
{
    private readonly MemberStore members;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var member in directory.All()) members.Add(member);
            await Task.Delay(1000, stop);
        }
    }
}
// expect-next work/in-process-schedule warning {what=history.Add()}
public class JobRunner : BackgroundService
{
    private readonly JobRepository jobs;
    private readonly JobHistoryRepository history;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var job = jobs.Get("import");
            if (!job.IsExecuting)
            {
                job.IsExecuting = true;
                jobs.Update(job);
                history.Add(new JobRun(job));
                job.IsExecuting = false;
                jobs.Update(job);
            }
            await Task.Delay(1000, stop);
        }
    }
}
// expect-next work/in-process-schedule error {what=members.Add()}
public class ScopedImport : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var scope = factory.CreateScope();
            var members = scope.ServiceProvider.GetRequiredService<IMemberRepository>();
            foreach (var member in directory.All()) members.Add(member);
            await Task.Delay(1000, stop);
        }
    }
}
