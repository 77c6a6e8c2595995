using Quartz;

namespace Shop.Jobs;

[DisallowConcurrentExecution]
public class CloseDay(DayRepository days) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        await days.CloseAsync(DateTime.Today);
    }
}
