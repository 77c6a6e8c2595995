package shop.orders;

import org.springframework.stereotype.Component;

@Component
class OrderTask {

    private final OrderRepository orders;

    OrderTask(OrderRepository orders) {
        this.orders = orders;
    }

                                                   
    void expire() {
        orders.deleteExpired();
    }
}
