var app = WebApplication.CreateBuilder(args).Build();
app.MapHealthChecks("/healthz");
app.Run();
