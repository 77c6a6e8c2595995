package kr.co.dongne.shop.mapper;

import java.util.Date;
import java.util.List;

import kr.co.dongne.shop.domain.Order;
import kr.co.dongne.shop.domain.OrderItem;
import org.apache.ibatis.annotations.Param;

public interface OrderMapper {

    int insertOrder(Order order);

    int insertOrderItem(OrderItem item);

    List<Order> selectOrdersByMember(String memberId);

    List<Order> selectUnpaidBefore(@Param("limit") Date limit);

    List<OrderItem> selectOrderItems(Long orderId);

    int updateStatus(@Param("orderId") Long orderId, @Param("status") String status);
}
