package shop.files;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

class Archive implements AutoCloseable {
    private final File copy;

    Archive(byte[] content) throws IOException {
        copy = File.createTempFile("archive", ".zip");
        try (InputStream in = new ByteArrayInputStream(content)) {
            // clean-next storage/local-file-write -- removed when the object is closed
            Files.copy(in, copy.toPath());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy.toPath());
    }
}

class Body {
    private File kept;

    void read(byte[] content) throws IOException {
        kept = File.createTempFile("body", ".part");
        kept.deleteOnExit();
        // expect-next storage/local-file-write info {where=createTempFile} -- a server seldom exits
        Files.write(kept.toPath(), content);
    }
}

final class TempFiles {
    static File of(byte[] content) throws IOException {
        // clean-next storage/local-file-write -- the caller gets the file
        return Files.write(Files.createTempFile("of", null), content).toFile();
    }

    File empty(String name) throws IOException {
        File file = new File(System.getProperty("java.io.tmpdir"), name);
        file.delete();
        // clean-next storage/local-file-write -- empty, for the caller to fill
        file.createNewFile();
        return file;
    }
}

class FileTools {
    void writeFile(File file, String text) throws IOException {
        if (!file.exists()) {
            throw new FileNotFoundException(file.getPath());
        }
        // clean-next storage/local-file-write -- only changes a file that is there
        try (BufferedWriter out = new BufferedWriter(new FileWriter(file))) {
            out.write(text);
        }
    }
}

class SettingsFiles {
    private final Map<String, File> files = new HashMap<>();

    void take(Map<String, byte[]> settings) throws IOException {
        for (Map.Entry<String, byte[]> entry : settings.entrySet()) {
            File file = new File(System.getProperty("java.io.tmpdir"), entry.getKey());
            // clean-next storage/local-file-write -- only this process knows of it, and makes it anew
            Files.write(file.toPath(), entry.getValue());
            files.put(entry.getKey(), file);
        }
    }
}

@Controller
class SheetController {
    @PostMapping("/sheets")
    public String upload(MultipartFile file) throws IOException {
        String name = "SHEET_" + UUID.randomUUID();
        String path = System.getProperty("java.io.tmpdir") + File.separator + name;
        // expect-next storage/local-file-write error {where=java.io.tmpdir}
        file.transferTo(new File(path));
        return name;
    }

    @GetMapping("/sheets/{key}")
    public String preview(@PathVariable String key) {
        String path = System.getProperty("java.io.tmpdir") + File.separator + key;
        return new Sheet(new File(path)).firstLines();
    }
}

class Exports {
    void export(String folder, byte[] content) throws IOException {
        // clean-next storage/local-file-write -- the constant begins the file's name and is no folder
        try (FileOutputStream out = new FileOutputStream(nameOf(folder, Names.TEMP_PREFIX + "_orders"))) {
            out.write(content);
        }
    }
}

class Dumps {
    void dump(String table, List<String> rows) throws IOException {
        File dump = emptyFile(table + ".sql");
        // clean-next storage/local-file-write -- removed by the method that is handed it at the end
        try (FileWriter out = new FileWriter(dump.getAbsolutePath())) {
            out.write(String.join(";", rows));
        }
        publish(table, dump);
    }

    private void publish(String table, File dump) throws IOException {
        try (InputStream in = new FileInputStream(dump)) {
            store.put(table, in);
        } finally {
            boolean deleted = dump.delete();
        }
    }

    void show(List<String> rows) throws IOException {
        File dump = emptyFile(reportConfiguration.getTitle());
        // expect-next storage/local-file-write info {where=java.io.tmpdir} -- only counted afterwards; the setting is a part of the name
        try (FileWriter out = new FileWriter(dump.getAbsolutePath())) {
            out.write(String.join(";", rows));
        }
        count(dump);
    }

    private void count(File dump) {
        counter.add(dump.length());
    }

    private File emptyFile(String name) throws IOException {
        String folder = System.getProperty("java.io.tmpdir");
        File file = new File(folder + File.separator + name);
        // clean-next storage/local-file-write -- empty, for the caller to fill
        file.createNewFile();
        return file;
    }
}

class Streams {
    static File toFile(String name, InputStream in) throws IOException {
        String path = System.getProperty("java.io.tmpdir") + File.separator + name;
        // clean-next storage/local-file-write -- the caller gets the file
        try (FileOutputStream out = new FileOutputStream(path)) {
            in.transferTo(out);
        }
        return new File(path);
    }

    static String toName(String name, InputStream in) throws IOException {
        String path = System.getProperty("java.io.tmpdir") + File.separator + name;
        // expect-next storage/local-file-write info {where=java.io.tmpdir} -- a name may come back with a later request
        try (FileOutputStream out = new FileOutputStream(path)) {
            in.transferTo(out);
        }
        return path;
    }
}
