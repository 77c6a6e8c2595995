using Hangfire;
using Hangfire.MemoryStorage;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(options => options.UseSqlServer(builder.Configuration.GetConnectionString("Shop")));
                                                                       
builder.Services.AddHangfire(config => config.UseRecommendedSerializerSettings().UseSqlServerStorage(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddHangfireServer();
var app = builder.Build();
RecurringJob.AddOrUpdate<InvoiceJob>("invoices", job => job.Send(), "0 3 * * *");
app.Run();
