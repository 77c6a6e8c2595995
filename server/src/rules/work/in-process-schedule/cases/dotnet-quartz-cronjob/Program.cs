using Quartz;
using Shop.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
// expect-next work/in-process-schedule warning
builder.Services.AddQuartz(q =>
{
    q.UseMicrosoftDependencyInjectionJobFactory();
    var closing = new JobKey("closing");
    q.AddJob<CloseDay>(job => job.WithIdentity(closing));
    q.AddTrigger(trigger => trigger
        .ForJob(closing)
        .WithIdentity("closing-nightly")
        .WithCronSchedule("0 0 3 * * ?", x => x.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"))));
    q.ScheduleJob<SyncStock>(trigger => trigger
        .StartNow()
        .WithSimpleSchedule(x => x.WithIntervalInMinutes(5).RepeatForever()));
});
builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

var app = builder.Build();

app.MapControllers();
app.Run();
