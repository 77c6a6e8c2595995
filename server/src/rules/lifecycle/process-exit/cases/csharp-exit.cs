public class AdminController : Controller
{
    public void Restart()
    {
        // expect-next lifecycle/process-exit {where=AdminController}
        Environment.Exit(1);
    }
    public void Reload(IHostApplicationLifetime lifetime)
    {
        // expect-next lifecycle/process-exit info {call=StopApplication()}
        lifetime.StopApplication();
    }
}
public static class Program
{
    // clean-next lifecycle/process-exit -- the program's own end
    public static void Main() => Environment.Exit(0);
}
public class InstallController : Controller
{
    // clean-next lifecycle/process-exit -- nobody uses the application before it is installed
    public void Again(IHostApplicationLifetime lifetime) => lifetime.StopApplication();
}
public class SettlementController : Controller
{
    // expect-next lifecycle/process-exit info
    public void Again(IHostApplicationLifetime lifetime) => lifetime.StopApplication();
}
