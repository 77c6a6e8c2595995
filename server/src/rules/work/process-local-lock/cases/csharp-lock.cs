public class StockService
{
    private static readonly object gate = new();
    private readonly SemaphoreSlim semaphore = new(1);
    private readonly ShopContext _context;
    public void Take(int id)
    {
        // expect-next work/process-local-lock
        lock (gate)
        //    ^^^^
        {
            var item = _context.Items.First(i => i.Id == id);
            item.Count--;
            _context.SaveChanges();
        }
        // clean-next work/process-local-lock -- guards memory only
        lock (gate) { cache.Remove(id); }
    }
    public async Task Number()
    {
        // expect-next work/process-local-lock
        await semaphore.WaitAsync();
        try { var next = await _context.Orders.MaxAsync(o => o.Number) + 1; _context.Add(new Order(next)); await _context.SaveChangesAsync(); }
        finally { semaphore.Release(); }
    }
}
public class Returns
{
    private static readonly object gate = new();
    public async Task Insert(Return one, ReturnRepository repository)
    {
        // expect-next work/process-local-lock {read=Max()}
        lock (gate) { one.Number = repository.Table.Max(x => x.Number) + 1; }
        await repository.InsertAsync(one);
    }
}
public class HiLo
{
    public int Next(ShopContext db)
    {
        // clean-next work/process-local-lock -- the numbers come from a sequence of the database
        lock (gate) { if (left == 0) { current = db.Database.SqlQuery<int>("SELECT NEXT VALUE FOR seq").First(); left = 10; } left--; return current++; }
    }
    private int left, current; private readonly object gate = new();
}
