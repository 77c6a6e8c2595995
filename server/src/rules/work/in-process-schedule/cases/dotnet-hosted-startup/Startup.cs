using Shop.Workers;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddHostedService<InvoiceMailer>();
    }
}
