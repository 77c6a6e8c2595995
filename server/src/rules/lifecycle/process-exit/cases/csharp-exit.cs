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
