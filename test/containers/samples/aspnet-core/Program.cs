using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Warehouse
{
    public static class Program
    {
        public static void Main(string[] args) =>
            Host.CreateDefaultBuilder(args)
                .ConfigureWebHostDefaults(web => web.Configure(app =>
                {
                    app.UseRouting();
                    app.UseEndpoints(endpoints =>
                    {
                        endpoints.MapGet("/healthz", context => context.Response.WriteAsync("ok"));
                        endpoints.MapGet("/stock", context => context.Response.WriteAsync("{\"tea\": 12}"));
                    });
                }))
                .Build()
                .Run();
    }
}
