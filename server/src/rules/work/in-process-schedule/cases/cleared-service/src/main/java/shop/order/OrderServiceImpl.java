package shop.order;

import org.springframework.stereotype.Service;

@Service
public class OrderServiceImpl implements OrderService {
    private final OrderMapper orderMapper;

    public OrderServiceImpl(OrderMapper orderMapper) {
        this.orderMapper = orderMapper;
    }

    @Override
    public int expireUnpaid() {
        return orderMapper.updateStatusOfUnpaid("EXPIRED");
    }
}
