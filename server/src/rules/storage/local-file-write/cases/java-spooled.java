package shop;

import java.io.File;
import java.io.FileInputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.springframework.web.multipart.MultipartFile;

public class PictureService {
    private static final String INBOX = "/data/inbox/";

    private ItemRepository items;

    void stored(MultipartFile upload, String kind) throws Exception {
        File preview = new File(INBOX + kind + ".jpg");
        // clean-next storage/local-file-write -- only the request that writes it reads it
        upload.transferTo(preview);
        writePicture(preview, kind);
    }

    private void writePicture(File picture, String kind) throws Exception {
        if (!isInside(picture)) return;
        byte[] content = new byte[(int) picture.length()];
        try (FileInputStream in = new FileInputStream(picture)) {
            in.read(content);
        }
        items.savePicture(kind, content);
    }

    private boolean isInside(File file) throws Exception {
        String path;
        path = file.getCanonicalPath();
        return path.startsWith(INBOX);
    }

    void listed(MultipartFile upload, String kind) throws Exception {
        File original = new File(INBOX + upload.getOriginalFilename());
        // expect-next storage/local-file-write error {where=/data/inbox/}
        upload.transferTo(original);
        listPicture(original, kind);
    }

    private void listPicture(File picture, String kind) throws Exception {
        Workbook book = WorkbookFactory.create(picture);
        items.saveListed(kind, picture.getName(), book.getNumberOfSheets());
    }
}
