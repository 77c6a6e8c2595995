package kr.shop.mail

import java.util.concurrent.LinkedBlockingQueue
import org.springframework.stereotype.Service

@Service
class MailService {
    // expect-next state/in-memory-queue warning {field=outbox}
    private val outbox = LinkedBlockingQueue<Mail>()

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
