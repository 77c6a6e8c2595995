package kr.shop

import io.ktor.server.application.Application
import io.ktor.server.application.install
import io.ktor.server.sessions.SessionStorageMemory
import io.ktor.server.sessions.SessionTransportTransformerMessageAuthentication
import io.ktor.server.sessions.Sessions
import io.ktor.server.sessions.cookie

fun Application.logins(key: ByteArray) {
    install(Sessions) {
        // expect-next state/http-session error {library=Ktor (SessionStorageMemory)}
        cookie<Login>("login", SessionStorageMemory())
        //                     ^^^^^^^^^^^^^^^^^^^^
        // clean-next state/http-session -- the cookie itself carries the signed session
        cookie<Language>("language") { transform(SessionTransportTransformerMessageAuthentication(key)) }
    }
}

data class Login(val user: String)
data class Language(val tag: String)
