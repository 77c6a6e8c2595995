using WebBackgrounder;
// expect-next work/in-process-schedule info
public class IndexJob : Job
//           ^^^^^^^^
{
    private readonly Indexing _indexing;
    public IndexJob(TimeSpan every, Indexing indexing) : base("Index", every) => _indexing = indexing;
    public override Task Execute() => new Task(_indexing.Update);
}
// clean-next work/in-process-schedule -- what each process keeps for itself
public class PriceCacheRefreshJob : Job
{
    private readonly Prices _prices;
    public PriceCacheRefreshJob(TimeSpan every, Prices prices) : base("Prices", every) => _prices = prices;
    public override Task Execute() => new Task(_prices.Refresh);
}
