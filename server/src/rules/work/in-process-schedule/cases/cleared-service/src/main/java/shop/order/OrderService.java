package shop.order;

public interface OrderService {
    int expireUnpaid();

    int expireUnpaid(int days, String channel);
}
