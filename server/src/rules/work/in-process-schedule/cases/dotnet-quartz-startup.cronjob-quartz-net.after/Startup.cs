using Quartz;
using Shop.Jobs;

namespace Shop.Web
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
                                                           
        }
    }
}
