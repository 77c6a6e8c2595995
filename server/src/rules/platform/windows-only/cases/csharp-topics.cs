using System.Diagnostics;
using System.ServiceProcess;
using System.Security.Cryptography;
public class Service
{
    // expect-next platform/windows-only {name=user32.dll}
    [DllImport("user32.dll")] private static extern int MessageBox(int a);
    public void Run(byte[] data)
    {
        // expect-next platform/windows-only {name=EventLog}
        EventLog.WriteEntry("shop", "started");
        // expect-next platform/windows-only {name=ProtectedData}
        ProtectedData.Protect(data, null, DataProtectionScope.LocalMachine);
    }
}
// expect-next platform/windows-only {name=ShopService}
public class ShopService : ServiceBase { }
