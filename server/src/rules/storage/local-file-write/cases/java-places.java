package shop.files;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.naming.Context;
import javax.naming.InitialContext;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.io.FileUtils;
import org.springframework.web.multipart.MultipartFile;

class BlobStoreService {
    private final Path root;

    BlobStoreService(Path root) {
        this.root = root;
    }

    private Path resolve(String key) {
        return root.resolve(key);
    }

    void put(String key, InputStream content) throws IOException {
        Path target = resolve(key);
        // expect-next storage/local-file-write warning -- that another method removes files of this store is no excuse
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(String key) throws IOException {
        Files.deleteIfExists(resolve(key));
    }
}

class LocalStorage {
    private Path location;

    void store(InputStream content, String name) throws IOException {
        // expect-next storage/local-file-write warning
        Files.copy(content, location.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}

class Home {
    private final String property;
    private String directory;

    Home(String property) {
        this.property = property;
    }

    void init() throws Exception {
        Context context = (Context) new InitialContext().lookup("java:comp/env");
        directory = (String) context.lookup(property);
        if (directory == null) directory = System.getProperty(property);
    }

    OutputStream open(String name) throws IOException {
        // expect-next storage/local-file-write warning {where=System.getProperty(property)}
        return new FileOutputStream(new File(directory, name));
    }
}

class Leftovers {
    private static final Path LIST = Path.of(".tmp.files");

    List<String> read() throws IOException {
        return Files.readAllLines(LIST);
    }

    void write(List<String> names) throws IOException {
        // expect-next storage/local-file-write info {where=.tmp.files}
        Files.write(LIST, names);
    }
}

class Unpacked {
    private final File natives = new File("data/natives");
    private final File defaults = new File("data/defaults");

    Unpacked() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(natives)));
    }

    void unpack(InputStream entry, String name) throws IOException {
        // clean-next storage/local-file-write -- the process removes the folder when it ends
        try (OutputStream out = new FileOutputStream(new File(natives, name))) {
            entry.transferTo(out);
        }
    }

    void defaults(String name) throws IOException {
        try (InputStream packaged = getClass().getResourceAsStream("/defaults/" + name)) {
            // clean-next storage/local-file-write -- what is unpacked from the class path is unpacked again
            Files.copy(packaged, new File(defaults, name).toPath());
        }
    }
}

abstract class FileItemUpload implements MultipartFile {
    private FileItem item;

    @Override
    public void transferTo(File target) throws IOException {
        // clean-next storage/local-file-write -- the caller decides, and is told
        item.write(target);
    }
}

class BackupService {
    void backup(File directory, String version) throws IOException {
        // expect-next storage/local-file-write info
        Files.writeString(new File(directory, "version.txt").toPath(), version);
    }
}
