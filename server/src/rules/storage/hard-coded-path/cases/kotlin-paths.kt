package kr.shop

import java.io.File
import org.springframework.stereotype.Service

@Service
class Settings {
    // expect-next storage/hard-coded-path warning
    fun load(): String = File("/opt/shop/conf/shop.conf").readText()

    // clean-next storage/hard-coded-path -- the environment says where
    fun extra(): String = File(System.getenv("SHOP_CONF")).readText()

    // clean-next storage/hard-coded-path -- a route, no file
    fun route(): String = "/data/orders/list"
}
