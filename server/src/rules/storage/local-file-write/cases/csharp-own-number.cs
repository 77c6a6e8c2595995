using System;
using System.Diagnostics;
using System.IO;
public class Marks
{
    public void Write(Folders folders)
    {
        // clean-next storage/local-file-write -- the number of this process, which means nothing to another replica
        File.WriteAllText(Path.Combine(folders.Data, "shop.pid"), Environment.ProcessId.ToString());
        // clean-next storage/local-file-write -- the same, asked for in another way
        File.WriteAllText(Path.Combine(folders.Run, "shop.pid"), Process.GetCurrentProcess().Id.ToString());
        // expect-next storage/local-file-write warning
        File.WriteAllText(Path.Combine(folders.Data, "last-order.txt"), folders.LastOrder.ToString());
    }
}
