public class Importer
{
    public void Run()
    {
        // expect-next work/process-local-lock warning
        using var mutex = new Mutex(false, "Global\\Shop.Import");
        //                    ^^^^^
        mutex.WaitOne();
    }
    public void Guard()
    {
        // clean-next work/process-local-lock -- seen by the threads of this process alone
        var own = new Mutex(false);
    }
}
public static class Program
{
    public static void Main()
    {
        // clean-next work/process-local-lock -- turns away a second copy of the program on one desk
        using var only = new Mutex(true, "Shop", out var first);
    }
}
