public static class Servers
{
    public static void Postgres(DbContextOptionsBuilder options, Database config) => options.UseNpgsql(config.ConnectionString);
}
