using System.Collections.Concurrent;
using System.IO;
public static class Interception
{
    // clean-next state/mutable-static -- what the program does, entered when it starts
    private static readonly List<IRowInterceptor> Interceptors = new List<IRowInterceptor>();
    public static void Enter(IRowInterceptor interceptor) => Interceptors.Add(interceptor);
    public static void Run(object row)
    {
        foreach (var each in Interceptors) each.Intercept(row);
    }
}
public class Scripts
{
    // clean-next state/mutable-static -- texts that nobody changes through the program; it writes files for a moment only
    private static readonly ConcurrentDictionary<string, Script> All = new();
    public async Task Refresh()
    {
        foreach (var folder in folders.List())
        {
            if (!All.ContainsKey(folder)) All[folder] = Script.Of(await File.ReadAllTextAsync(folder));
        }
    }
    public async Task Run(string folder)
    {
        var name = tempFilePool.Next();
        await File.WriteAllTextAsync(name, All[folder].Text);
        await runner.Run(name);
    }
}
public class Snippets
{
    // expect-next state/mutable-static warning {field=All}
    private static readonly ConcurrentDictionary<string, Snippet> All = new();
    public async Task Refresh(string folder)
    {
        if (!All.ContainsKey(folder)) All[folder] = Snippet.Of(await File.ReadAllTextAsync(folder));
    }
    public Task Save(Snippet snippet) => File.WriteAllTextAsync(snippet.Path, snippet.Text);
    public Snippet Of(string folder) => All[folder];
}
