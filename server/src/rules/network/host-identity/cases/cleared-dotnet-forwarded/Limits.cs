public class Limits
{
    // clean-next network/host-identity -- the forwarded headers are read
    public bool IsBlocked(HttpContext context) => blocked.Contains(context.Connection.RemoteIpAddress);
}
