package kr.shop.net

import java.net.ServerSocket

class LegacyPort {
    fun listen() {
        // expect-next network/raw-socket warning
        val server = ServerSocket(9090)
        while (true) {
            server.accept().use { it.getOutputStream().write(1) }
        }
    }
}
