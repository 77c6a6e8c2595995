using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.DataProtection;

namespace Shop
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllersWithViews();
            services.AddDataProtection().PersistKeysToStackExchangeRedis(StackExchange.Redis.ConnectionMultiplexer.Connect(System.Environment.GetEnvironmentVariable("REDIS_CONNECTION")), "DataProtection-Keys");
            services.AddAuthentication("shop")
                                                           
                .AddCookie("shop");
        }
    }
}
