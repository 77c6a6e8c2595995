package shop

import org.eclipse.jetty.server.Server

fun main(args: Array<String>) {
    // expect-next lifecycle/no-graceful-shutdown warning {server=Server}
    val server = Server(8080)
    server.start()
    server.join()
}
