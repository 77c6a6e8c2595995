package kr.shop

import org.springframework.stereotype.Service

@Service
class Thumbnails {
    fun make(file: String) {
        // expect-next work/process-spawn warning
        ProcessBuilder("ffmpeg", "-i", file, "thumb.png").start().waitFor()
    }

    // clean-next work/process-spawn -- asks the runtime for memory only
    fun free(): Long = Runtime.getRuntime().freeMemory()
}
