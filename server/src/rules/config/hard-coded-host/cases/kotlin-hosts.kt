package kr.shop

import org.springframework.stereotype.Service
import org.springframework.web.client.RestTemplate

@Service
class StockClient(private val rest: RestTemplate) {
    // expect-next config/hard-coded-host warning
    fun stock(id: Long): String? = rest.getForObject("http://10.20.30.40:8080/stock/$id", String::class.java)

    // clean-next config/hard-coded-host -- a version
    fun version(): String = "10.20.30.40"
}
