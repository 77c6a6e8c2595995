package shop.job;

import java.util.concurrent.ConcurrentHashMap;

public class OrderJob {

    private OrderRepository orderRepository;
    private final ConcurrentHashMap<String, Long> seen = new ConcurrentHashMap<>();

    public void expire() {
        orderRepository.deleteExpired();
    }

    public void forget() {
        seen.clear();
    }

    public void count() {
        seen.put("orders", orderRepository.count());
    }

    public void print() {
        System.out.println(orderRepository.count());
    }

    public void pass() {
        seen.forEach(orderRepository::addViews);
        seen.clear();
    }
}
