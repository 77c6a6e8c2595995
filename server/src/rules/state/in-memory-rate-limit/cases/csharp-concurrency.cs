var builder = WebApplication.CreateBuilder(args);
// clean-next state/in-memory-rate-limit -- protects the process itself
builder.Services.AddRateLimiter(o => o.AddConcurrencyLimiter("api", w => w.PermitLimit = 10));
builder.Build().Run();
