using System;

public class Firewall
{
    public void Open(int port)
    {
        if (IsOn()) Add(port);
    }

    private void Add(int port)
    {
        // clean-next platform/windows-only -- the class asks for the system before it gets here
        var type = Type.GetTypeFromProgID("HNetCfg.FWOpenPort", false);
        Activator.CreateInstance(type);
    }

    private bool IsOn()
    {
        if (Machine.IsNotWindows) return false;
        return true;
    }
}
