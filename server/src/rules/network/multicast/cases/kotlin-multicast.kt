package kr.shop.net

import java.net.InetAddress
import java.net.MulticastSocket

class Peers {
    fun join() {
        // expect-next network/multicast error
        val socket = MulticastSocket(4446)
        // clean-next network/multicast -- an address for one receiver
        val address = InetAddress.getByName("10.0.0.1")
        println("$socket $address")
    }
}
