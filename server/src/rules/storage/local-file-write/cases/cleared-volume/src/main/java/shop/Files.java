package shop;

import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.multipart.MultipartFile;

class Files {
    @Value("${shop.upload-dir:/data/upload}")
    private String uploadDir;

    void mounted(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write info
        file.transferTo(new File(uploadDir, file.getName()));
    }

    void fixed(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write info
        file.transferTo(new File("/data/images", file.getName()));
    }

    void beside(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write error {where=/data2/images}
        file.transferTo(new File("/data2/images", file.getName()));
    }

    void scratch(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write error {where=/scratch}
        file.transferTo(new File("/scratch", file.getName()));
    }
}
