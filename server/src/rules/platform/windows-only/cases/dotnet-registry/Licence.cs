using Microsoft.Win32;
public class Licence
{
    public string Read()
    {
        // expect-next platform/windows-only {name=Registry}
        using var key = Registry.LocalMachine.OpenSubKey("SOFTWARE\\Shop");
        //              ^^^^^^^^^^^^^^^^^^^^^
        return (string)key.GetValue("Licence");
    }
}
