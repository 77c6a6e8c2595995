using System.IO;
public class CoverService
{
    private readonly Folders _folders;
    public void Shrink(Stream source, string name)
    {
        using var thumbnail = Image.ThumbnailStream(source, 320);
        // expect-next storage/local-file-write warning
        thumbnail.WriteToFile(Path.Join(_folders.CoverDirectory, name));
    }
    public void Backup(string source)
    {
        // expect-next storage/local-file-write warning {where=backups}
        ZipFile.CreateFromDirectory(source, Path.Combine("backups", $"backup_{DateTime.UtcNow:yyyyMMdd}.zip"));
    }
    public void Extract(string targetFolder, int page)
    {
        // clean-next storage/local-file-write -- the caller says which folder
        using var stream = File.Create(Path.Combine(targetFolder, "Page-" + page + ".png"));
    }
    public bool CanWrite()
    {
        // clean-next storage/local-file-write -- an empty file that finds out whether the folder can be written
        File.WriteAllText(Path.Combine(_folders.CoverDirectory, "probe.txt"), string.Empty);
        return true;
    }
    public void Restart()
    {
        // clean-next storage/local-file-write -- starts this process anew, not the others
        File.WriteAllText(HostingEnvironment.MapPath("~/bin/restart.txt"), "now");
    }
}
public class ScaffoldCommands : CommandHandler
{
    [CommandName("scaffold module")]
    public void Module(string name)
    {
        // clean-next storage/local-file-write -- a person at a prompt starts it
        File.WriteAllText(Path.Combine(HostingEnvironment.MapPath("~/Modules"), name), "x");
    }
}
public static class MigrateProgressExport
{
    public static void Run(Folders folders)
    {
        // clean-next storage/local-file-write -- a change of stored data that is made once
        File.WriteAllText(Path.Combine(folders.CoverDirectory, "progress.csv"), "x");
    }
}
