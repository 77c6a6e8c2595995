using Coravel;
using Shop.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScheduler();
builder.Services.AddTransient<SendInvoices>();
var app = builder.Build();

app.Services.UseScheduler(scheduler =>
{
    // expect-next work/in-process-schedule warning {job=SendInvoices}
    scheduler.Schedule<SendInvoices>().DailyAt(2, 30).Weekday().Zoned(TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));
});

app.MapGet("/", () => "shop");
app.Run();
