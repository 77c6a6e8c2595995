using System.Diagnostics;
public class Converter
{
    public void Run(string url, string tool)
    {
        // expect-next work/process-spawn {tool=ffmpeg}
        Process.Start("ffmpeg", "-i a.avi b.mp4");
        //      ^^^^^
        // expect-next work/process-spawn {tool=cmd.exe}
        Process.Start(new ProcessStartInfo { FileName = "cmd.exe", Arguments = "/c dir" });
        // expect-next work/process-spawn info
        Process.Start(tool);
        // clean-next work/process-spawn -- opens a page
        Process.Start(url);
    }
}
public class Updates
{
    // clean-next work/process-spawn -- every image of a program of .NET carries what runs it
    public void Run() => Process.Start("dotnet", "updater.dll");
    // expect-next work/process-spawn warning {tool=dotnet-script}
    public void Evaluate() => Process.Start("dotnet-script", "report.csx");
}
