package kr.shop

import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import org.springframework.stereotype.Service
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.multipart.MultipartFile

@RestController
class UploadController {
    @PostMapping("/upload")
    fun upload(file: MultipartFile) {
        // expect-next storage/local-file-write error
        file.transferTo(File("/data/upload/${file.originalFilename}"))
    }

    @PostMapping("/avatar")
    fun avatar(file: MultipartFile) {
        // expect-next storage/local-file-write error
        File("/data/avatars", file.name).writeBytes(file.bytes)
    }

    @PostMapping("/scan")
    fun scan(file: MultipartFile): Int {
        val scratch = File.createTempFile("scan", ".pdf")
        try {
            // clean-next storage/local-file-write -- deleted within the request
            scratch.writeBytes(file.bytes)
            return scratch.readBytes().size
        } finally {
            scratch.delete()
        }
    }
}

@Service
class ReportService {
    fun save(text: String) {
        // expect-next storage/local-file-write warning
        Files.writeString(Paths.get("/srv/reports/daily.txt"), text)
    }
}
