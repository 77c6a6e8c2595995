package kr.shop.web

import jakarta.inject.Singleton
import kotlin.system.exitProcess
import org.springframework.boot.context.event.ApplicationFailedEvent
import org.springframework.context.event.EventListener
import org.springframework.stereotype.Component
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@RestController
class AdminController {
    @PostMapping("/admin/restart")
    fun restart() {
        // expect-next lifecycle/process-exit info {call=exitProcess}
        exitProcess(0)
    }
}

@Component
class Ending {
    @EventListener
    fun failed(event: ApplicationFailedEvent) {
        // clean-next lifecycle/process-exit -- it never came to serve anyone
        exitProcess(2)
    }
}

@Singleton
class Copier {
    fun copy() {
        // clean-next lifecycle/process-exit -- an injected object tells nothing of requests
        exitProcess(3)
    }
}

fun main() {
    if (System.getenv("DB_URL") == null) {
        // clean-next lifecycle/process-exit -- at start, before anyone asks
        exitProcess(1)
    }
}
