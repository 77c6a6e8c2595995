using Quartz;
using Shop.Jobs;

namespace Shop.Web
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllers();
            // expect-next work/in-process-schedule warning
            services.AddQuartz(q => q.ScheduleJob<CloseDay>(t => t.WithCronSchedule("0 30 2 ? * MON-FRI")));
            services.AddQuartzServer(options => options.WaitForJobsToComplete = true);
        }
    }
}
