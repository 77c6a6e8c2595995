package shop;

import org.springframework.stereotype.Service;

@Service("settlement")
public class NightlySettlement {
    private final ClusterLockService clusterLocks;
    private final OrderRepository orders;

    NightlySettlement(ClusterLockService clusterLocks, OrderRepository orders) {
        this.clusterLocks = clusterLocks;
        this.orders = orders;
    }

    public void settle() {
        clusterLocks.doInTryLock("settlement", () -> orders.settleAll());
    }

    public void close() {
        orders.insertClosing();
    }
}
