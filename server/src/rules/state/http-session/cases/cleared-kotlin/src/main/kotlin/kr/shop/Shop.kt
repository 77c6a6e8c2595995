package kr.shop

import jakarta.servlet.http.HttpSession
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

@SpringBootApplication
@EnableRedisHttpSession
class Shop

fun main(args: Array<String>) {
    runApplication<Shop>(*args)
}

@RestController
class CartController {
    @PostMapping("/cart")
    fun add(session: HttpSession, item: String) {
        // expect-next state/http-session info {attribute=cart}
        session.setAttribute("cart", item)
    }
}
