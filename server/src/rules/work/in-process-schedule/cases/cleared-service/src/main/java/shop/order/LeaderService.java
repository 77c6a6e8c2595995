package shop.order;

import org.springframework.stereotype.Service;

@Service
public class LeaderService {
    private final Cluster cluster;
    private final OrderMapper orderMapper;

    public LeaderService(Cluster cluster, OrderMapper orderMapper) {
        this.cluster = cluster;
        this.orderMapper = orderMapper;
    }

    public void settleOrders() {
        if (cluster.isLeader()) {
            orderMapper.updateSettled();
        }
    }
}
