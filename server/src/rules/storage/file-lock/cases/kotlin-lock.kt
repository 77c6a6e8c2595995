package kr.shop.jobs

import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import org.springframework.stereotype.Service

@Service
class Settlement {
    fun settle() {
        // expect-next storage/file-lock warning
        val lock = FileChannel.open(Path.of("/var/shop/settle.lock"), StandardOpenOption.WRITE).tryLock()
        if (lock != null) println("settled")
    }
}
