package shop;

import java.io.File;
import org.springframework.web.multipart.MultipartFile;
import software.amazon.awssdk.services.s3.S3Client;

class LocalFiles {
    private S3Client s3;

    void put(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write warning
        file.transferTo(new File("/data/upload", file.getName()));
    }

    void staged(MultipartFile file) throws Exception {
        File copy = new File("/data/stage", file.getName());
        // expect-next storage/local-file-write info
        file.transferTo(copy);
        s3.putObject("bucket", copy);
    }
}
