package shop;

import cn.hutool.core.io.FileUtil;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Workbook;
import org.springframework.core.io.FileSystemResource;

class Reports {
    private final ObjectMapper mapper = new ObjectMapper();

    void resource() throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/resource.csv}
        try (OutputStream out = new FileSystemResource("/data/reports/resource.csv").getOutputStream()) {
            out.write(1);
        }
    }

    void channel() throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/channel.bin}
        FileChannel.open(Paths.get("/data/reports/channel.bin"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        // clean-next storage/local-file-write -- only read
        FileChannel.open(Paths.get("/data/reports/other.bin"), StandardOpenOption.READ).close();
    }

    void sheet(Workbook workbook) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/sheet.xlsx}
        workbook.write(new FileOutputStream("/data/reports/sheet.xlsx"));
    }

    void archive() throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/all.zip}
        new ZipOutputStream(new FileOutputStream("/data/reports/all.zip")).close();
    }

    void page(PDDocument document, OutputStream response) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/page.pdf}
        document.save("/data/reports/page.pdf");
        // clean-next storage/local-file-write -- to the client
        document.save(response);
    }

    void picture(File picture) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/small.png}
        Thumbnails.of(picture).size(100, 100).toFile("/data/reports/small.png");
    }

    void json(Object report, OutputStream response) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/reports/report.json}
        mapper.writeValue(new File("/data/reports/report.json"), report);
        // clean-next storage/local-file-write -- to the client
        mapper.writeValue(response, report);
    }

    void text(String content) {
        // expect-next storage/local-file-write warning {where=/data/reports/report.txt}
        FileUtil.writeUtf8String(content, "/data/reports/report.txt");
    }

    void scratch(PDDocument document) throws Exception {
        Path temp = Files.createTempFile("page", ".pdf");
        // clean-next storage/local-file-write -- gone before the method ends
        document.save(temp.toFile());
        Files.delete(temp);
    }
}
