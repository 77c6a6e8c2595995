package kr.shop.net

import java.net.InetAddress
import java.net.MulticastSocket

class Peers {
    fun join() {
        // expect-next network/multicast error
        val socket = MulticastSocket(4446)
    }
}
