using System;
using Microsoft.Extensions.DependencyInjection;

namespace Shop
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllersWithViews();
            services.AddAuthentication("shop")
                // expect-next state/generated-secret error
                .AddCookie("shop");
        }
    }
}
