package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;

class FileMngUtil {
    void save(MultipartFile file, String name) throws Exception {
        String folder = EgovProperties.getProperty("Globals.fileStorePath");
        // expect-next storage/local-file-write info
        file.transferTo(new File(folder + File.separator + name));
    }
}
