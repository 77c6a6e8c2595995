package shop;

class StockService {
    private StockRepository stocks;
    private OrderRepository orders;

    // clean-next work/process-local-lock -- the version makes the second change fail
    synchronized void take(long id) {
        Stock stock = stocks.findById(id);
        stocks.save(stock);
    }

    // expect-next work/process-local-lock warning
    synchronized void pay(long id) {
        Order order = orders.findById(id);
        orders.save(order);
    }
}
