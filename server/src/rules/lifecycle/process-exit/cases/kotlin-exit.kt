package kr.shop.web

import kotlin.system.exitProcess
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

fun main() {
    if (System.getenv("DB_URL") == null) {
        // clean-next lifecycle/process-exit -- at start, before anyone asks
        exitProcess(1)
    }
}
