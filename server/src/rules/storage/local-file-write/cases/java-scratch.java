package shop;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.FileUtils;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.multipart.MultipartFile;

public class SheetService {
    private static final String INBOX = "/data/inbox/";

    private ItemRepository items;
    private DocumentRepository documents;

    void imported(MultipartFile upload) throws Exception {
        File dest = new File(upload.getOriginalFilename());
        // clean-next storage/local-file-write -- only the request that writes it reads it
        upload.transferTo(dest);
        FileInputStream in = new FileInputStream(dest);
        for (int i = 1; i < new XSSFWorkbook(in).getSheetAt(0).getLastRowNum(); i++) items.insert(i);
    }

    void importedElsewhere(MultipartFile upload) throws Exception {
        File sheet = new File(INBOX + upload.getOriginalFilename());
        // clean-next storage/local-file-write -- only the request that writes it reads it
        upload.transferTo(sheet);
        Workbook book = WorkbookFactory.create(sheet);
        items.insert(book.getNumberOfSheets());
    }

    void importedAndKept(MultipartFile upload) throws Exception {
        File sheet = new File(INBOX + upload.getOriginalFilename());
        // expect-next storage/local-file-write error {where=/data/inbox/}
        upload.transferTo(sheet);
        Workbook book = WorkbookFactory.create(sheet);
        documents.save(new Document(sheet.getPath(), book.getNumberOfSheets()));
    }

    void importedAndNoted(MultipartFile upload, Document document) throws Exception {
        String name = System.nanoTime() + upload.getOriginalFilename();
        File sheet = new File(INBOX + name);
        // expect-next storage/local-file-write warning {where=/data/inbox/}
        upload.transferTo(sheet);
        document.setPages(WorkbookFactory.create(sheet).getNumberOfSheets());
        document.setFileName(name);
        documents.save(document);
    }

    void importedAndToldByName(MultipartFile upload, Map<String, Object> row) throws Exception {
        File sheet = new File(upload.getOriginalFilename());
        // expect-next storage/local-file-write warning
        upload.transferTo(sheet);
        row.put("pages", WorkbookFactory.create(sheet).getNumberOfSheets());
        row.put("file", upload.getOriginalFilename());
    }

    void packed(String folder, String zip, byte[] rows, HttpServletResponse response) throws Exception {
        // clean-next storage/local-file-write -- only the request that writes it reads it
        try (OutputStream out = new FileOutputStream("/data/out/" + folder + zip + ".zip")) {
            out.write(rows);
        }
        byte[] bytes = FileUtils.readFileToByteArray(new File("/data/out/" + folder + zip + ".zip"));
        response.setHeader("Content-Disposition", "attachment; filename=" + zip);
        response.getOutputStream().write(bytes);
    }

    void packedInAnotherPlace(String folder, byte[] rows, HttpServletResponse response) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/out/}
        try (OutputStream out = new FileOutputStream("/data/out/" + folder)) {
            out.write(rows);
        }
        byte[] other = FileUtils.readFileToByteArray(new File("/data/out/" + folder + ".head"));
        response.getOutputStream().write(other);
    }

    int settings(byte[] words) throws Exception {
        File list = new File("/data/words.txt");
        // expect-next storage/local-file-write warning {where=/data/words.txt}
        FileUtils.writeByteArrayToFile(list, words);
        int count = 0;
        for (String word : FileUtils.readLines(list, "UTF-8")) count += word.length();
        return count;
    }

    void form(Workbook book, HttpServletResponse response) throws Exception {
        send(book, "form.xlsx", response);
    }

    private void send(Workbook book, String name, HttpServletResponse response) throws Exception {
        // clean-next storage/local-file-write -- another object of the same name removes it
        try (OutputStream out = new FileOutputStream(name)) {
            book.write(out);
        }
        File file = new File(name);
        try (InputStream in = new FileInputStream(file)) {
            FileCopyUtils.copy(in, response.getOutputStream());
        }
        file.delete();
    }

    void keptForm(Workbook book) throws Exception {
        keep(book, "/data/forms/form.xlsx");
    }

    private void keep(Workbook book, String name) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/forms/form.xlsx}
        try (OutputStream out = new FileOutputStream(name)) {
            book.write(out);
        }
        File lock = new File(name + ".lock");
        lock.delete();
    }

    void captured(byte[] picture, boolean card) throws Exception {
        String path = "/upload/tax/";
        if (card) path = "/upload/card/";
        path = "/home" + path;
        // expect-next storage/local-file-write warning {where=/home}
        try (OutputStream out = new FileOutputStream(path + "capture.png")) {
            out.write(picture);
        }
    }
}
