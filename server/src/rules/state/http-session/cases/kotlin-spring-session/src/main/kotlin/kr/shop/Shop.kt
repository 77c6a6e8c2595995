package kr.shop

import jakarta.servlet.http.HttpSession
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@SpringBootApplication
class Shop

fun main(args: Array<String>) {
    runApplication<Shop>(*args)
}

@RestController
class CartController {
    @PostMapping("/cart")
    fun add(session: HttpSession, item: String) {
        // expect-next state/http-session error {attribute=cart}
        session.setAttribute("cart", item)
    }

    @PostMapping("/greeting")
    fun greet(session: HttpSession): String {
        // clean-next state/http-session -- only reads
        return "hello " + session.getAttribute("cart")
    }
}
