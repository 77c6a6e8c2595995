package shop.orders;

interface OrderRepository {
    void deleteExpired();
}
