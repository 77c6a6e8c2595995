package shop.files;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.commons.io.IOUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class Settings {
    private static final Properties INFO = new Properties();

    static String getField(String key) {
        return INFO.getProperty(key);
    }

    void expand() {
        Enumeration<String> properties = null;
        while (properties.hasMoreElements()) {
            String key = properties.nextElement();
            getField(key);
        }
    }

    void report(String rows) throws IOException {
        // expect-next storage/local-file-write warning {where=getField("filePath")}
        new FileWriter(new File(getField("filePath"), "report.csv")).write(rows);
    }
}

class Reports {
    void report(String rows, int page) throws IOException {
        // expect-next storage/local-file-write warning {where=report.directory}
        new FileWriter(new File(CoreSettings.getField("report.directory"), "rows.csv")).write(rows);
        // expect-next storage/local-file-write warning {where=CoreSettings.getField("filePath")}
        new FileWriter(CoreSettings.getField("filePath") + "rows.csv").write(rows);
        // clean-next storage/local-file-write -- only a separator is known of the name
        new FileWriter(rows + "_" + page).write(rows);
    }
}

class Logos {
    void keep(File picture, String shop) throws IOException {
        // expect-next storage/local-file-write warning -- no temporary folder, whatever letters stand in the name
        Files.copy(picture.toPath(), new File(UploadUtil.getSystemPath() + "images/" + shop + ".png").toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    void preview(File picture, String shop) throws IOException {
        // expect-next storage/local-file-write info
        Files.copy(picture.toPath(), new File(UploadUtil.getSystemTempPath() + "images/" + shop + ".png").toPath(), StandardCopyOption.REPLACE_EXISTING);
    }
}

class Stylesheets {
    private final File styles = new File("/var/shop/xslt");

    void copyAll() throws IOException {
        for (Resource sheet : new PathMatchingResourcePatternResolver().getResources("classpath*:xslt/*.xsl")) {
            // clean-next storage/local-file-write -- part of the image, put there again by every pod
            IOUtils.copy(sheet.getInputStream(), new FileOutputStream(new File(styles, sheet.getFilename())));
        }
    }

    void copyOne() throws IOException {
        try (InputStream from = new ClassPathResource("rules.xsd").getInputStream()) {
            // clean-next storage/local-file-write -- the same
            IOUtils.copy(from, new FileOutputStream(new File(styles, "rules.xsd")));
        }
    }
}

class BlobCache {
    private final Path blobs = Path.of("/var/shop/blobs");

    void ensure(String id, Supplier<byte[]> content) throws IOException {
        // clean-next storage/local-file-write -- moved to the place where it stays
        Path made = Files.createTempFile(blobs, "tmp", "blob");
        // clean-next storage/local-file-write -- the same file
        Files.write(made, content.get());
        // expect-next storage/local-file-write {where=/var/shop/blobs}
        Files.move(made, blobs.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    }
}

class FolderWatch {
    private final File logFile = new File("/var/shop/watch.log");

    void writeLog(String line) throws IOException {
        // expect-next storage/local-file-write warning {where=/var/shop/watch.log}
        try (FileWriter log = new FileWriter(logFile, true)) {
            log.write(line);
        }
    }

    boolean ended() throws IOException {
        return new FileInputStream(logFile).read() < 0;
    }
}

class Crypt {
    private static final String STORE = "/var/shop/store/";

    void encrypt(String source, String target) throws IOException {
        // expect-next storage/local-file-write warning {where=/var/shop/store/}
        new FileInputStream(STORE + source).transferTo(new FileOutputStream(STORE + target));
    }

    void decrypt(String source, String target) throws IOException {
        // clean-next storage/local-file-write -- the same folder, listed beside the first place
        new FileInputStream(STORE + source).transferTo(new FileOutputStream(STORE + target));
    }
}

class BudgetAction {
    private java.io.File excel;
    private String excelFileName;

    void mark(byte[] marked) throws IOException {
        // clean-next storage/local-file-write -- the file of this request, which the framework removes
        new FileOutputStream(excel).write(marked);
    }

    int rows() throws IOException {
        return new FileInputStream(excel).read();
    }
}

class Photos {
    private final Archive archive;

    void keep(org.springframework.web.multipart.MultipartFile photo) throws IOException {
        java.io.File small = compress(photo);
        archive.store(small);
        small.delete();
    }

    private java.io.File compress(org.springframework.web.multipart.MultipartFile photo) throws IOException {
        java.io.File small = new java.io.File(photo.getOriginalFilename());
        // clean-next storage/local-file-write -- who is handed the file removes it
        new FileOutputStream(small).write(photo.getBytes());
        return small;
    }
}

class MoveDocuments implements liquibase.change.custom.CustomTaskChange {
    private String target = "/var/shop/documents/";

    void execute(byte[] content) throws IOException {
        // clean-next storage/local-file-write -- runs once in the life of an installation
        new FileOutputStream(target + "all.zip").write(content);
    }
}

class Converter {
    java.io.File convert(org.springframework.web.multipart.MultipartFile upload) throws IOException {
        java.io.File file = new java.io.File(upload.getOriginalFilename());
        // expect-next storage/local-file-write info {where=new java.io.File(upload.getOriginalFilename())}
        new FileOutputStream(file).write(upload.getBytes());
        return file;
    }
}
