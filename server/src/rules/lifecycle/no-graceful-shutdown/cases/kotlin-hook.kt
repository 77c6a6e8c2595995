package shop

import org.eclipse.jetty.server.Server

fun main(args: Array<String>) {
    // clean-next lifecycle/no-graceful-shutdown -- ends with the process
    val server = Server(8080)
    server.stopAtShutdown = true
    Runtime.getRuntime().addShutdownHook(Thread { server.stop() })
    server.start()
}
