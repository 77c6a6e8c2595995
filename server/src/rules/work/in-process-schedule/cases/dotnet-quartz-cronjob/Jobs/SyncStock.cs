using Quartz;

namespace Shop.Jobs;

public class SyncStock(StockClient stock) : IJob
{
    public Task Execute(IJobExecutionContext _) => stock.PullAsync();
}
