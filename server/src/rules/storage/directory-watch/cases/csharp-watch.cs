public class OrderImport
{
    public void Start()
    {
        // expect-next storage/directory-watch
        var watcher = new FileSystemWatcher("inbox");
        watcher.Created += (s, e) => Import(e.FullPath);
    }
}
public class ConfigReloader
{
    // clean-next storage/directory-watch -- each pod follows its own settings
    private readonly FileSystemWatcher watcher = new FileSystemWatcher("config");
}
