package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;

class Inbox {
    private static final String DIR = "C:\\inbox\\";

    void keep(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write error
        file.transferTo(new File(DIR + file.getName()));
    }
}
