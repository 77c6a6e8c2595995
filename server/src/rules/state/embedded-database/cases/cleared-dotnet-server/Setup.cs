public static class Setup
{
    // expect-next state/embedded-database warning
    public static void File(DbContextOptionsBuilder options, Database config) => options.UseSqlite(config.ConnectionString);
}
