package kr.shop

import java.util.concurrent.atomic.AtomicLong
import org.springframework.stereotype.Service

@Service
class OrderService(private val orders: OrderRepository) {
    // expect-next state/in-memory-sequence error {field=orderNo, type=OrderService}
    private val orderNo = AtomicLong(0)

    // clean-next state/in-memory-sequence -- counts what the process did
    private val requests = AtomicLong(0)

    fun place(order: Order) {
        requests.incrementAndGet()
        order.number = orderNo.incrementAndGet()
        orders.save(order)
    }
}
