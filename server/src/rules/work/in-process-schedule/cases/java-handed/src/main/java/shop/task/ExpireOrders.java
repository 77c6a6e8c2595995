package shop.task;

import shop.order.OrderRepository;

public class ExpireOrders implements Runnable {
    private final OrderRepository orders;

    public ExpireOrders(OrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public void run() {
        orders.deleteUnpaid();
    }
}
