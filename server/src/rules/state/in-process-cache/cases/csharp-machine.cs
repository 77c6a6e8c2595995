public class Capabilities
{
    private readonly IMemoryCache _cache;
    private const string Format = "tool.{0}";
    public async Task<string> Version() => (await Cli.Wrap("dotnet").WithArguments("-version").ExecuteBufferedAsync()).StandardOutput;
    public void SetScripting(bool installed)
    {
        var key = string.Format(Format, "scripting");
        // clean-next state/in-process-cache -- each replica finds out about its own tools
        _cache.Set(key, installed);
    }
}
public class Conversions
{
    private readonly IMemoryCache _cache;
    public void Start(string file) => Process.Start("dotnet", "convert.dll " + file);
    public void Report(string job, int percent)
    {
        // expect-next state/in-process-cache warning
        _cache.Set(job, percent);
    }
}
