package kr.shop.net

import java.net.ServerSocket

class FreePort {
    // clean-next network/raw-socket -- only asks for a free port and answers no one
    fun find(): Int = ServerSocket(0).use { it.localPort }
}

class LegacyPort {
    fun listen() {
        // expect-next network/raw-socket warning
        val server = ServerSocket(9090)
        while (true) {
            server.accept().use { it.getOutputStream().write(1) }
        }
    }
}
