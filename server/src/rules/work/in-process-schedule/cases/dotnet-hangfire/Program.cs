using Hangfire;
using Hangfire.MemoryStorage;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(options => options.UseSqlServer(builder.Configuration.GetConnectionString("Shop")));
// expect-next work/in-process-schedule error {call=UseMemoryStorage()}
builder.Services.AddHangfire(config => config.UseRecommendedSerializerSettings().UseMemoryStorage(new MemoryStorageOptions { FetchNextJobTimeout = TimeSpan.FromHours(1) }));
builder.Services.AddHangfireServer();
var app = builder.Build();
RecurringJob.AddOrUpdate<InvoiceJob>("invoices", job => job.Send(), "0 3 * * *");
app.Run();
