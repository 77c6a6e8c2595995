package kr.shop.jobs

import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.util.concurrent.locks.ReentrantLock
import org.springframework.stereotype.Service

@Service
class Settlement {
    private val inside = ReentrantLock()

    fun keep(channel: FileChannel) {
        // clean-next storage/file-lock -- a lock in memory
        if (inside.tryLock()) channel.close()
    }

    fun settle() {
        // expect-next storage/file-lock warning
        val lock = FileChannel.open(Path.of("/var/shop/settle.lock"), StandardOpenOption.WRITE).tryLock()
        if (lock != null) println("settled")
    }
}
