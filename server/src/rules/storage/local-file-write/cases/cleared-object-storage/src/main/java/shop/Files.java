package shop;

import java.io.File;
import java.io.FileWriter;
import org.springframework.web.multipart.MultipartFile;

class UploadService {
    void local(MultipartFile file) throws Exception {
        // expect-next storage/local-file-write info
        file.transferTo(new File("/data/upload", file.getName()));
    }

    void report(String rows) throws Exception {
        // expect-next storage/local-file-write warning
        new FileWriter("/data/report/sales.csv").write(rows);
    }
}
