package kr.co.dongne.shop.service;

import java.util.Date;
import java.util.List;

import kr.co.dongne.shop.common.DateUtils;
import kr.co.dongne.shop.domain.Cart;
import kr.co.dongne.shop.domain.Order;
import kr.co.dongne.shop.domain.OrderItem;
import kr.co.dongne.shop.mapper.OrderMapper;
import kr.co.dongne.shop.mapper.ProductMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

    private static final Logger log = LoggerFactory.getLogger(OrderService.class);

    @Autowired
    private OrderMapper orderMapper;

    @Autowired
    private ProductMapper productMapper;

    @Value("${order.unpaid.days}")
    private int unpaidDays;

    @Transactional
    public Order placeOrder(Order order, Cart cart) {
        order.setStatus(Order.WAITING);
        order.setTotalPrice(cart.getTotalPrice());
        order.setOrderedAt(new Date());
        orderMapper.insertOrder(order);
        for (OrderItem item : cart.getItems()) {
            if (productMapper.decreaseStock(item.getProductId(), item.getQuantity()) == 0) {
                throw new IllegalStateException(item.getProductName() + " 상품이 품절되었습니다.");
            }
            item.setOrderId(order.getOrderId());
            orderMapper.insertOrderItem(item);
        }
        log.info("주문 접수: {} {}원", order.getOrderId(), order.getTotalPrice());
        return order;
    }

    public List<Order> getOrders(String memberId) {
        return orderMapper.selectOrdersByMember(memberId);
    }

    public String getDepositDeadline(Order order) {
        return DateUtils.depositDeadline(order.getOrderedAt(), unpaidDays);
    }

    /**
     * 입금 기한이 지난 주문을 취소하고 재고를 되돌린다.
     *
     * @return 취소한 주문 수
     */
    @Transactional
    public int expireUnpaidOrders() {
        List<Order> orders = orderMapper.selectUnpaidBefore(DateUtils.daysAgo(unpaidDays));
        for (Order order : orders) {
            for (OrderItem item : orderMapper.selectOrderItems(order.getOrderId())) {
                productMapper.increaseStock(item.getProductId(), item.getQuantity());
            }
            orderMapper.updateStatus(order.getOrderId(), Order.EXPIRED);
        }
        return orders.size();
    }
}
