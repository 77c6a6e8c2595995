package kr.shop

import jakarta.servlet.http.HttpServletRequest
import java.net.InetAddress
import org.springframework.stereotype.Service
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

@Service
class Batches(private val batchRepository: BatchRepository) {
    fun claim(batch: Batch) {
        // expect-next network/host-identity warning
        batch.hostName = InetAddress.getLocalHost().hostName
        batchRepository.save(batch)
    }
}

@RestController
class AdminController {
    @GetMapping("/admin")
    fun admin(request: HttpServletRequest): String {
        // expect-next network/host-identity warning
        if (request.remoteAddr != "10.0.0.5") throw IllegalStateException("no access")
        return "admin"
    }

    @GetMapping("/hello")
    // clean-next network/host-identity -- only a greeting
    fun hello(request: HttpServletRequest): String = "hello " + request.requestURI
}
