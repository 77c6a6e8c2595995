public static class Databases
{
    public static void Add(DbContextOptionsBuilder options, string provider, string connection)
    {
        if (provider == "postgres") options.UseNpgsql(connection);
        // expect-next state/embedded-database warning {setting=provider=="sqlite"}
        else if (provider == "sqlite") options.UseSqlite(connection);
        else options.UseSqlServer(connection);
    }
}
public class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext>
{
    // clean-next state/embedded-database -- for the tools of a developer
    public ShopContext CreateDbContext(string[] args) => new ShopContext(new DbContextOptionsBuilder().UseSqlite("Data Source=design.db").Options);
}
