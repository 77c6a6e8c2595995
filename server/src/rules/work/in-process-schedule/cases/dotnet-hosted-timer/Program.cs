using Shop.Workers;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHostedService<OrderExpiry>();
builder.Services.AddControllers();

var app = builder.Build();

app.MapControllers();
app.Run();
