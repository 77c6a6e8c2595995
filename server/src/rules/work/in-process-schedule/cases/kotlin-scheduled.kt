package kr.shop

import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.concurrent.fixedRateTimer
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import org.springframework.scheduling.annotation.Scheduled
import org.springframework.stereotype.Component

@Component
class OrderJobs(private val orderRepository: OrderRepository, private val scope: CoroutineScope) {
    // expect-next work/in-process-schedule info {job=expire (cron = 0 0 2 * * *), what=orderRepository.deleteExpired()}
    @Scheduled(cron = "0 0 2 * * *")
    fun expire() {
        orderRepository.deleteExpired()
    }

    // clean-next work/in-process-schedule -- switched off
    @Scheduled(cron = "-")
    fun never() = orderRepository.deleteAll()

    fun start() {
        scope.launch {
            while (isActive) {
                orderRepository.deleteExpired()
                // expect-next work/in-process-schedule info
                delay(60_000)
            }
        }
        // expect-next work/in-process-schedule error
        fixedRateTimer("settle", period = 60_000L) { orderRepository.settleAll() }
        // expect-next work/in-process-schedule info
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate({ orderRepository.purge() }, 0, 1, TimeUnit.HOURS)
    }

    suspend fun waitFor(id: String) {
        while (true) {
            if (orderRepository.findStatus(id) == "DONE") return
            // clean-next work/in-process-schedule -- waits until something has happened
            delay(1_000)
        }
    }
}
