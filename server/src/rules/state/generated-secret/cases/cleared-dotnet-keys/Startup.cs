public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        // clean-next state/generated-secret -- the keys are in Redis, says another file
        services.AddIdentity<User, Role>();
    }
}
