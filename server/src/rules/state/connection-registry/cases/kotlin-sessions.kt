package kr.shop

import java.util.concurrent.ConcurrentHashMap
import org.springframework.stereotype.Component
import org.springframework.web.socket.TextMessage
import org.springframework.web.socket.WebSocketSession
import org.springframework.web.socket.handler.TextWebSocketHandler

@Component
class ChatHandler : TextWebSocketHandler() {
    // expect-next state/connection-registry error {field=sessions, type=ChatHandler}
    private val sessions = ConcurrentHashMap<String, WebSocketSession>()

    // clean-next state/connection-registry -- names of rooms, no connections
    private val rooms = setOf("main", "help")

    override fun afterConnectionEstablished(session: WebSocketSession) {
        sessions[session.id] = session
    }

    override fun handleTextMessage(session: WebSocketSession, message: TextMessage) {
        sessions.values.forEach { it.sendMessage(message) }
    }
}
