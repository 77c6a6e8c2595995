using System.Threading.Tasks;
using Quartz;

namespace Shop.Jobs
{
    public class CloseDay : IJob
    {
        private readonly DayRepository days;

        public CloseDay(DayRepository days) => this.days = days;

        public Task Execute(IJobExecutionContext context) => days.CloseAsync();
    }
}
