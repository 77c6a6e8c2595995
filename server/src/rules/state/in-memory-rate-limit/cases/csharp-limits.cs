var builder = WebApplication.CreateBuilder(args);
// expect-next state/in-memory-rate-limit
builder.Services.AddRateLimiter(o => o.AddFixedWindowLimiter("api", w => { w.PermitLimit = 10; w.Window = TimeSpan.FromMinutes(1); }));
//               ^^^^^^^^^^^^^^
builder.Build().Run();
public class LoginController : Controller
{
    // expect-next state/in-memory-rate-limit {name=failedAttempts}
    private static readonly Dictionary<string, int> failedAttempts = new();
    public IActionResult Login(string user) { failedAttempts[user]++; failedAttempts[user] = failedAttempts.Count; return View(failedAttempts[user]); }
}
