var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IPresence, Presence>();
builder.Services.AddScoped<Basket>();
var app = builder.Build();
app.Run();
