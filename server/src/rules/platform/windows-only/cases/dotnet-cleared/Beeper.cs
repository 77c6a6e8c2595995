using System.Diagnostics;
public class Beeper
{
    public void Log(string text)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) return;
        // clean-next platform/windows-only -- asks for the operating system first
        EventLog.WriteEntry("shop", text);
    }
}
