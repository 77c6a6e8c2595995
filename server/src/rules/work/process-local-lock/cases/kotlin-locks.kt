package kr.shop

import java.util.concurrent.locks.ReentrantLock
import kotlin.concurrent.withLock
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import org.springframework.stereotype.Service

@Service
class StockService(private val stockRepository: StockRepository) {
    private val lock = ReentrantLock()
    private val mutex = Mutex()
    private val monitor = Any()
    private var last = ""

    fun take(id: Long) {
        // expect-next work/process-local-lock warning
        lock.withLock {
            val stock = stockRepository.findById(id)
            stock.count = stock.count - 1
            stockRepository.save(stock)
        }
    }

    suspend fun give(id: Long) {
        // expect-next work/process-local-lock warning
        mutex.withLock {
            val stock = stockRepository.findById(id)
            stock.count = stock.count + 1
            stockRepository.save(stock)
        }
    }

    fun reserve(id: Long) {
        // expect-next work/process-local-lock warning
        synchronized(monitor) {
            val stock = stockRepository.findById(id)
            stock.reserved = true
            stockRepository.save(stock)
        }
    }

    fun remember(name: String) {
        // clean-next work/process-local-lock -- guards a value of the process
        synchronized(monitor) {
            last = name
        }
    }
}
