using CliWrap;
using System.Runtime.InteropServices;
public class Transcoder
{
    public async Task<string> Devices()
    {
        var found = await Cli.Wrap("which").WithArguments("lspci").WithValidation(CommandResultValidation.None).ExecuteAsync();
        if (found.ExitCode != 0) return "";
        // expect-next work/process-spawn info {tool=lspci}
        await Cli.Wrap("lspci").WithArguments("-v").ExecuteAsync();
        // expect-next work/process-spawn warning {tool=lsusb}
        await Cli.Wrap("lsusb").ExecuteAsync();
        return "devices";
    }
    public async Task Run(string ffprobePath, Option<string> ffmpegPath, string script)
    {
        // expect-next work/process-spawn warning {tool=bash}
        await Cli.Wrap("bash").WithArguments([script]).ExecuteAsync();
        //        ^^^^
        // expect-next work/process-spawn warning {tool=ffmpeg}
        await Cli.Wrap(ffmpegPath.IfNone("ffmpeg")).ExecuteAsync();
        // clean-next work/process-spawn -- only what it is given is started
        await Cli.Wrap(ffprobePath).ExecuteAsync();
        // clean-next work/process-spawn -- looks for a tool
        await Cli.Wrap("which").WithArguments("vainfo").ExecuteAsync();
        // clean-next work/process-spawn -- for the other system
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) await Cli.Wrap("cmd.exe").ExecuteAsync();
        // clean-next work/process-spawn -- every image of a program of .NET carries what runs it
        await Cli.Wrap("dotnet").WithArguments("--info").ExecuteAsync();
    }
}
