package shop

import jakarta.ejb.Stateful
import jakarta.ejb.Stateless

// expect-next state/stateful-ejb error {bean=Checkout}
@Stateful
class Checkout {
    private var step = 0

    fun next() {
        step += 1
    }
}

// clean-next state/stateful-ejb -- keeps nothing between two calls
@Stateless
class Prices {
    fun of(article: String): Int = article.length
}
