package kr.shop.files

import java.nio.file.FileSystems
import java.nio.file.Path

class Inbox {
    fun watch(folder: Path) {
        // expect-next storage/directory-watch info
        val watcher = FileSystems.getDefault().newWatchService()
        while (true) {
            val key = watcher.take()
            key.pollEvents()
            key.reset()
        }
    }
}
