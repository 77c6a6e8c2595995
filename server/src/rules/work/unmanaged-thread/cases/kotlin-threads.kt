package kr.shop

import kotlin.concurrent.thread
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.launch
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@RestController
class OrderController(private val orderRepository: OrderRepository, private val scope: CoroutineScope) {
    @PostMapping("/orders")
    fun order(id: Long) {
        // expect-next work/unmanaged-thread warning
        thread { orderRepository.deleteById(id) }
        GlobalScope.launch { orderRepository.deleteById(id) }
        // clean-next work/unmanaged-thread -- a scope that somebody ends
        scope.launch { orderRepository.deleteById(id) }
    }
}
