using Microsoft.Data.Sqlite;
public class Maintenance
{
    public void Backup(string path)
    {
        // clean-next state/embedded-database -- the file of a backup
        using var target = new SqliteConnection($"Data Source={path}");
        _shop.BackupDatabase(target);
    }
    public void Load(string backupPath)
    {
        // clean-next state/embedded-database -- the file of a backup
        using var source = new SqliteConnection($"Data Source={backupPath}");
        source.BackupDatabase(_shop);
    }
    public void Open(string path)
    {
        // expect-next state/embedded-database
        _shop = new SqliteConnection($"Data Source={path}");
    }
}
