package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;

class Inbox {
    void keep(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write error {where=/data/upload/}
        file.transferTo(new File("/data/upload/" + file.getName()));
    }
}
