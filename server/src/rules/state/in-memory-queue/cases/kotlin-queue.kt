package kr.shop.mail

import java.util.concurrent.LinkedBlockingQueue
import org.springframework.stereotype.Service

@Service
class MailService {
    // expect-next state/in-memory-queue warning {field=outbox}
    private val outbox = LinkedBlockingQueue<Mail>()

    // clean-next state/in-memory-queue -- filled and emptied by one call
    fun order(all: List<Mail>) {
        val waiting = LinkedBlockingQueue(all)
        while (waiting.isNotEmpty()) deliver(waiting.take())
    }

    fun send(mail: Mail) {
        outbox.put(mail)
    }

    fun work() {
        while (true) {
            deliver(outbox.take())
        }
    }

    private fun deliver(mail: Mail) {}
}
