package board;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Attachments of postings. */
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String UPLOAD_DIR = "/home/board/upload";

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path target = Paths.get(UPLOAD_DIR, UUID.randomUUID().toString());
        try (InputStream in = request.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        response.getWriter().print(target.getFileName());
    }
}
