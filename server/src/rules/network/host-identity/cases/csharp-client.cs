public class LoginController : Controller
{
    public IActionResult Login(string name)
    {
        // expect-next network/host-identity warning
        if (blocked.Contains(HttpContext.Connection.RemoteIpAddress.ToString())) return Forbid();
        // expect-next network/host-identity info
        var entry = new LoginEntry { Name = name, IpAddress = HttpContext.Connection.RemoteIpAddress?.ToString() };
        db.Logins.Add(entry);
        return Ok();
    }
}
public class AuditModule
{
    public void Log(HttpContext context)
    {
        // clean-next network/host-identity -- only logged
        logger.LogInformation("request from {Ip}", context.Connection.RemoteIpAddress);
    }
    public string Address(HttpRequest request, HttpContext context)
    {
        // clean-next network/host-identity -- reads the header of the proxy itself
        return request.Headers["X-Forwarded-For"].FirstOrDefault() ?? (context.Connection.RemoteIpAddress.ToString() == "::1" ? "127.0.0.1" : "");
    }
}
