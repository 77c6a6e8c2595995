using Microsoft.Extensions.DependencyInjection;
using Shop.Workers;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHostedService<InvoiceMailer>();

var app = builder.Build();

app.MapGet("/", () => "shop");
app.Run();
