package kr.shop.files

import java.nio.file.FileSystems
import java.nio.file.Path

class Settings {
    // clean-next storage/directory-watch -- each pod reads its own configuration again
    fun reloadConfig(folder: Path) {
        val watcher = FileSystems.getDefault().newWatchService()
        folder.register(watcher)
    }
}

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
