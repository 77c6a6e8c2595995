package kr.shop.security

import io.jsonwebtoken.Jwts
import io.jsonwebtoken.SignatureAlgorithm
import io.jsonwebtoken.security.Keys
import java.util.UUID
import javax.crypto.SecretKey
import org.springframework.security.config.annotation.web.builders.HttpSecurity
import org.springframework.stereotype.Component

@Component
class TokenProvider(private val settings: TokenSettings) {
    // expect-next state/generated-secret error
    private val key: SecretKey = Keys.secretKeyFor(SignatureAlgorithm.HS256)

    // clean-next state/generated-secret -- comes with the deployment
    private val shared: SecretKey = Keys.hmacShaKeyFor(settings.secret.toByteArray())

    fun issue(user: String): String = Jwts.builder().setSubject(user).signWith(key).compact()

    fun refresh(user: String): String = Jwts.builder().setSubject(user).signWith(shared).compact()
}

@Component
class LinkSigner {
    // expect-next state/generated-secret error
    private val signingSecret: String = UUID.randomUUID().toString()

    // clean-next state/generated-secret -- a name of this process is no secret
    private val instanceName: String = UUID.randomUUID().toString()

    fun sign(link: String): String = hmac(signingSecret, link) + instanceName

    private fun hmac(secret: String, text: String): String = secret + text
}

class Security {
    fun chain(http: HttpSecurity) {
        // expect-next state/generated-secret error
        http.rememberMe { it.alwaysRemember(true) }
    }

    fun keyed(http: HttpSecurity, key: String) {
        // clean-next state/generated-secret -- a key is set
        http.rememberMe { it.key(key) }
    }
}
