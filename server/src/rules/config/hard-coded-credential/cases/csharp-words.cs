public static class Protections
{
    // clean-next config/hard-coded-credential -- one of a list of words
    public const string Password = "password";
}
public class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext>
{
    public ShopContext CreateDbContext(string[] args)
    {
        // clean-next config/hard-coded-credential -- for the tools of a developer
        const string ConnectionString = "Server=localhost;Database=test;User=sa;Password=s3rv3r!Pass";
        return new ShopContext(ConnectionString);
    }
}
