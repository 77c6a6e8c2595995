package shop;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.multipart.MultipartFile;

public class UploadService {
    private static final String UPLOAD_DIR = "/data/upload";
    private static final String REPORT_DIR = "C:\\report\\";

    @Value("${shop.image-dir:/srv/images}")
    private String imageDir;

    String fixed(MultipartFile file) throws Exception {
        File saved = new File(UPLOAD_DIR, file.getOriginalFilename());
        if (!saved.exists()) saved.createNewFile();
        // expect-next storage/local-file-write error {where=/data/upload}
        file.transferTo(saved);
        //   ^^^^^^^^^^ -- the call that stores it
        return saved.getName();
    }

    void configured(MultipartFile file) throws Exception {
        Path path = Paths.get(imageDir).resolve(file.getOriginalFilename());
        // expect-next storage/local-file-write warning {where=shop.image-dir}
        Files.copy(file.getInputStream(), path, StandardCopyOption.REPLACE_EXISTING);
    }

    void environment(Part part) throws Exception {
        // expect-next storage/local-file-write warning {where=UPLOAD_HOME}
        part.write(System.getenv("UPLOAD_HOME") + "/" + part.getSubmittedFileName());
    }

    void webRoot(HttpServletRequest request, MultipartFile file) throws Exception {
        String root = request.getServletContext().getRealPath("/images");
        // expect-next storage/local-file-write error
        try (OutputStream out = new FileOutputStream(root + "/" + file.getName())) {
            out.write(file.getBytes());
        }
    }

    void thumbnail(MultipartFile file) throws Exception {
        scale(new File(UPLOAD_DIR + "/thumb", file.getName()));
    }

    private void scale(File target) throws Exception {
        // expect-next storage/local-file-write warning {where=/data/upload}
        try (OutputStream out = new FileOutputStream(target)) {
            // clean-next storage/local-file-write -- the stream above is the write
            ImageIO.write(null, "jpg", out);
        }
    }

    void somewhere(MultipartFile file, File target) throws Exception {
        // expect-next storage/local-file-write warning
        FileCopyUtils.copy(file.getBytes(), target);
    }

    void report(String text) throws Exception {
        // expect-next storage/local-file-write warning {where=C:\report\}
        try (PrintWriter writer = new PrintWriter(REPORT_DIR + "sales.csv")) {
            writer.println(text);
        }
    }

    int imported(MultipartFile file) throws Exception {
        File temp = File.createTempFile("stock", ".csv");
        try {
            // clean-next storage/local-file-write -- deleted within the request
            file.transferTo(temp);
            return 1;
        } finally {
            temp.delete();
        }
    }

    void converted(MultipartFile file) throws Exception {
        File work = new File(UPLOAD_DIR + "/work", file.getName());
        // clean-next storage/local-file-write -- a fixed name, but gone when the method returns
        file.transferTo(work);
        Files.deleteIfExists(work.toPath());
    }

    void onlyOnFailure(MultipartFile file) throws Exception {
        File kept = new File("/data/inbox", file.getName());
        try {
            // expect-next storage/local-file-write error {where=/data/inbox}
            file.transferTo(kept);
        } catch (IllegalStateException e) {
            kept.delete();
        }
    }

    void leftover(byte[] bytes) throws Exception {
        Path temp = Files.createTempFile("mail", ".eml");
        // expect-next storage/local-file-write info {where=createTempFile}
        Files.write(temp, bytes);
    }

    void cached(byte[] bytes) throws Exception {
        File dir = new File(System.getProperty("java.io.tmpdir"), "shop-cache");
        // expect-next storage/local-file-write info {where=java.io.tmpdir}
        Files.write(new File(dir, "a.bin").toPath(), bytes);
    }

    void streams(HttpServletResponse response, byte[] bytes, MultipartFile file) throws Exception {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        // clean-next storage/local-file-write -- into memory
        ImageIO.write(null, "png", memory);
        // clean-next storage/local-file-write -- to the client
        FileCopyUtils.copy(bytes, response.getOutputStream());
        // clean-next storage/local-file-write -- to the client
        new PrintWriter(response.getOutputStream()).println("ok");
        // clean-next storage/local-file-write -- from one stream to another
        file.getInputStream().transferTo(response.getOutputStream());
    }
}
