package kr.shop

import io.javalin.Javalin

fun main() {
    // expect-next config/hard-coded-port info
    Javalin.create().start(7070)
    // clean-next config/hard-coded-port -- the environment decides
    Javalin.create().start(System.getenv("PORT").toInt())
}
