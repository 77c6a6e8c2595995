public class Menu
{
    // clean-next work/process-spawn -- lines of a text are wrapped
    public string Show(string text) => Cli.Wrap(text);
}
public static class Cli
{
    public static string Wrap(string text) => text.Trim();
}
