public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddDataProtection()
            // expect-next state/generated-secret warning
            .PersistKeysToFileSystem(new DirectoryInfo("/keys"));
    }
}
