package kr.shop

import java.util.concurrent.ConcurrentHashMap
import org.springframework.stereotype.Service

@Service
class PhoneVerification(private val sms: SmsSender) {
    // expect-next state/in-memory-token error {field=verificationCodes, type=PhoneVerification}
    private val verificationCodes = ConcurrentHashMap<String, String>()

    // clean-next state/in-memory-token -- what the codes of countries mean never changes
    private val countryCodes = mapOf("KR" to "82")

    fun send(phone: String) {
        val code = (100000..999999).random().toString()
        verificationCodes[phone] = code
        sms.send(phone, code)
    }

    fun check(phone: String, code: String): Boolean = verificationCodes.remove(phone) == code

    fun prefix(country: String) = countryCodes[country]
}
