using Coravel;
using Coravel.Invocable;

public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        app.ApplicationServices.UseScheduler(scheduler =>
        {
            // expect-next work/in-process-schedule error {job=CloseDay, what=repository.Add()}
            scheduler.Schedule<CloseDay>().DailyAtHour(1).PreventOverlapping("close");
            // expect-next work/in-process-schedule warning {job=SyncMembers}
            scheduler.Schedule<SyncMembers>().Cron("*/5 * * * *").When(() => Task.FromResult(enabled));
            // clean-next work/in-process-schedule -- each process warms its own cache
            scheduler.Schedule<RefreshPriceCache>().EveryFiveMinutes();
            // expect-next work/in-process-schedule error
            scheduler.ScheduleAsync(async () => await emailSender.SendEmailAsync("report@example.kr")).Weekly();
            // clean-next work/in-process-schedule -- prints figures of its own process
            scheduler.Schedule(() => Console.WriteLine(GC.GetTotalMemory(false))).EveryMinute();
        });
        // clean-next work/in-process-schedule -- another object's method of that name
        calendar.Schedule<Meeting>().DailyAtHour(9);
    }

    private readonly IEmailSender emailSender;
}

public class CloseDay : IInvocable
{
    private readonly DayRepository repository;
    public async Task Invoke()
    {
        repository.Add(new Day(DateTime.Today));
        await repository.SaveAsync();
    }
}
