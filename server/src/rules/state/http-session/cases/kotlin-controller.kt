package kr.shop

import jakarta.servlet.http.HttpServletRequest
import jakarta.servlet.http.HttpSession
import org.springframework.stereotype.Controller
import org.springframework.ui.Model
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.SessionAttributes

@Controller
class LoginController(private val users: UserService) {
    @PostMapping("/login")
    fun login(session: HttpSession, id: String): String {
        // expect-next state/http-session error {attribute=loginUser}
        session.setAttribute("loginUser", users.find(id))
        return "redirect:/"
    }

    @PostMapping("/cart")
    fun cart(request: HttpServletRequest, item: String): String {
        // expect-next state/http-session warning {attribute=cart}
        request.session.setAttribute("cart", item)
        // clean-next state/http-session -- belongs to the request
        request.setAttribute("item", item)
        return "cart"
    }
}

@Controller
// expect-next state/http-session warning {attribute=order}
@SessionAttributes("order")
class OrderController {
    @GetMapping("/order")
    fun start(model: Model): String {
        model.addAttribute("order", Order())
        return "order"
    }
}

class Order
