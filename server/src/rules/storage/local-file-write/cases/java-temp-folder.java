package shop.report;

import static com.google.common.io.Files.createTempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.commons.io.FileUtils;

class ReportContentService {

    Map<String, Path> clean(Map<String, Path> reports) {
        File folder = createTempDir();
        try {
            unpack(folder, reports).forEach((name, path) -> mask(path));
            return reports;
        } finally {
            FileUtils.deleteQuietly(folder);
        }
    }

    private Map<String, Path> unpack(File folder, Map<String, Path> reports) {
        return reports;
    }

    private void mask(Path path) {
        try {
            byte[] content = Files.readAllBytes(path);
            // clean-next storage/local-file-write -- lies in the temporary folder that is removed at the end
            Files.write(path, new String(content).replace("secret", "***").getBytes(), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

class PictureContentService {

    void rotate(Path picture) throws IOException {
        turn(picture);
    }

    void check(Path picture) throws IOException {
        File folder = createTempDir();
        try {
            compare(folder, picture);
        } finally {
            FileUtils.deleteQuietly(folder);
        }
    }

    private void compare(File folder, Path picture) {
        System.out.println(folder + " " + picture);
    }

    private void turn(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        // expect-next storage/local-file-write -- its caller hands over a file that stays
        Files.write(path, content, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
