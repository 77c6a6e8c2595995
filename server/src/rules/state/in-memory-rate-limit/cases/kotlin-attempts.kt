package kr.shop

import java.util.concurrent.ConcurrentHashMap
import org.springframework.stereotype.Service

@Service
class LoginGuard {
    // expect-next state/in-memory-rate-limit warning {name=loginAttempts, type=LoginGuard}
    private val loginAttempts = ConcurrentHashMap<String, Int>()

    // clean-next state/in-memory-rate-limit -- limits that never change
    private val loginLimits = mapOf("admin" to 3)

    fun failed(user: String) {
        loginAttempts[user] = (loginAttempts[user] ?: 0) + 1
    }

    fun isBlocked(user: String): Boolean = (loginAttempts[user] ?: 0) >= (loginLimits[user] ?: 5)
}
