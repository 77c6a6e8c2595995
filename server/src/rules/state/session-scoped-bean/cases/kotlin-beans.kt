package kr.shop

import org.springframework.context.annotation.Scope
import org.springframework.stereotype.Component
import org.springframework.web.context.annotation.RequestScope
import org.springframework.web.context.annotation.SessionScope

// expect-next state/session-scoped-bean warning
@SessionScope
@Component
class CartHolder {
    val items = mutableListOf<String>()
}

@Component
// expect-next state/session-scoped-bean warning
@Scope("session")
class Wizard {
    var step = 0
}

// clean-next state/session-scoped-bean -- ends with the request
@RequestScope
@Component
class Trace {
    var id = ""
}
