public class Indexer
{
    private readonly string lockPath = Path.Combine(root, "index.lock");
    public void Rebuild()
    {
        // expect-next storage/file-lock warning
        using var held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        //                   ^^^^^^^^^^
        // expect-next storage/file-lock warning
        var other = new FileDistributedLock(new DirectoryInfo(root), "rebuild");
        // clean-next storage/file-lock -- data that nobody else shall read meanwhile
        using var data = new FileStream(Path.Combine(root, "index.dat"), FileMode.Create, FileAccess.Write, FileShare.None);
    }
}
