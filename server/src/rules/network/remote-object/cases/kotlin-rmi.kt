package shop

import java.rmi.registry.LocateRegistry
import java.rmi.server.UnicastRemoteObject

// expect-next network/remote-object warning
class Prices : UnicastRemoteObject(), PriceService {
    override fun priceOf(article: String): Int = article.length

    fun offer() {
        // clean-next network/remote-object -- told once for each file
        LocateRegistry.createRegistry(1099).rebind("prices", this)
    }
}
