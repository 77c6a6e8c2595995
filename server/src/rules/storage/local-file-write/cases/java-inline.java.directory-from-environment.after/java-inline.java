package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;

class Inbox {
    void keep(MultipartFile file) throws Exception {
                                                                           
        file.transferTo(new File(System.getenv().getOrDefault("UPLOAD_DIR", "/data/upload") + "/" + file.getName()));
    }
}
