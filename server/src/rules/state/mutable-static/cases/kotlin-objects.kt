package kr.shop

import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import org.springframework.stereotype.Service
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController

// expect-next state/mutable-static error {field=carts, type=Kotlin-objectsKt}
val carts = mutableMapOf<String, Cart>()

// clean-next state/mutable-static -- filled once, where it is declared
val taxRates = mapOf("KR" to 10, "JP" to 10)

fun addToCart(userId: String, cart: Cart) {
    carts[userId] = cart
}

object UserRegistry {
    // expect-next state/mutable-static error {field=users, type=UserRegistry}
    private val users = ConcurrentHashMap<String, User>()

    // clean-next state/mutable-static -- filled in the initialiser only
    private val roles = HashMap<String, String>()

    init {
        roles["admin"] = "ROLE_ADMIN"
    }

    fun join(user: User) {
        users[user.id] = user
    }

    fun roleOf(name: String) = roles[name]
}

@RestController
class OrderController(private val orders: OrderService) {
    companion object {
        // expect-next state/mutable-static error {field=lastOrder, type=OrderController}
        var lastOrder: String? = null

        // clean-next state/mutable-static -- a constant
        const val PAGE_SIZE = 20
    }

    @PostMapping("/orders")
    fun order(id: String): String {
        lastOrder = id
        return orders.place(id)
    }
}

@Service
class CouponService {
    // expect-next state/mutable-static warning {field=issued, type=CouponService}
    private val issued: MutableMap<String, Coupon> = ConcurrentHashMap()

    fun issue(userId: String, coupon: Coupon) {
        issued.getOrPut(userId) { Coupon(userId) }
        issued.put(userId, coupon)
    }
}

class Basket {
    // clean-next state/mutable-static -- an object of its own for each use
    private val items = mutableListOf<String>()

    fun add(item: String) {
        items += item
    }
}

class Cart
class User(val id: String)
class Coupon(val userId: String)
