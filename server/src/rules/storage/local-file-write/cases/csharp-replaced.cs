public class GuideHandler
{
    public void Refresh(string number, byte[] content)
    {
        var target = Path.Combine(Layout.GuideFolder, number + ".xml");
        if (Skips(number)) { File.Delete(target); return; }
        // expect-next storage/local-file-write warning
        File.WriteAllBytes(target, content);
        //   ^^^^^^^^^^^^^
    }
    public void Export(string number, byte[] content, Mail mail)
    {
        var target = Path.Combine(Layout.GuideFolder, number + ".pdf");
        // clean-next storage/local-file-write -- taken away when it is sent
        File.WriteAllBytes(target, content);
        mail.Send(target);
        File.Delete(target);
    }
}
public class ScriptCompiler
{
    public Assembly Compile(string name, byte[] image)
    {
        var target = Path.Combine(Layout.ScriptFolder, name + ".dll");
        if (File.Exists(target)) File.Delete(target);
        // clean-next storage/local-file-write -- code that this process compiles and loads for itself
        File.WriteAllBytes(target, image);
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(target);
    }
}
public class PackageController : Controller
{
    public void Install(string archive, string folder)
    {
        foreach (var entry in Unwanted(archive)) entry.Delete();
        // expect-next storage/local-file-write warning
        ZipFile.ExtractToDirectory(archive, folder);
    }
}
