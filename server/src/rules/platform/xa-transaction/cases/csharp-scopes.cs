public class Transfers
{
    public void Move(Order order)
    {
        // expect-next platform/xa-transaction warning
        using (var scope = new TransactionScope())
        {
            using (var shop = new SqlConnection(shopDb)) { shop.Execute("update orders set moved = 1"); }
            using (var stock = new SqlConnection(stockDb)) { stock.Execute("insert into moves values (1)"); }
            scope.Complete();
        }
    }
    public void Both()
    {
        // expect-next platform/xa-transaction warning
        using var scope = new TransactionScope();
        using var shop = new ShopDbContext();
        using var stock = new StockDbContext();
        scope.Complete();
    }
    public void One(Order order)
    {
        // clean-next platform/xa-transaction -- one database, one connection after the other
        using (var scope = new TransactionScope())
        {
            using (var shop = new SqlConnection(shopDb)) { shop.Execute("update a set b = 1"); }
            using (var again = new SqlConnection(shopDb)) { again.Execute("update c set d = 1"); }
            scope.Complete();
        }
    }
    public void Start()
    {
        // expect-next platform/xa-transaction warning
        TransactionManager.ImplicitDistributedTransactions = true;
    }
}
