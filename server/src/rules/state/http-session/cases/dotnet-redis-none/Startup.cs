public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllersWithViews();
        // expect-next state/http-session error
        services.AddSession();
    }
}
