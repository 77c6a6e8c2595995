package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;

class Inbox {
    private static final String DIR = System.getenv().getOrDefault("APP_DIR", "C:\\inbox") + "\\";

    void keep(MultipartFile file) throws Exception {
                                                     
        file.transferTo(new File(DIR + file.getName()));
    }
}
