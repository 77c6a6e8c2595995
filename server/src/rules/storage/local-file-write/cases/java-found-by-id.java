package shop.imports;

import java.io.File;
import java.io.IOException;
import org.apache.commons.io.FileUtils;

class ImportService {
    private static final String PREFIX = "shop_import_";
    private static final String SUFFIX = ".json";
    private static final String FOLDER = System.getProperty("java.io.tmpdir");

    String keep(byte[] content) throws IOException {
        File file = File.createTempFile(PREFIX, SUFFIX);
        // expect-next storage/local-file-write error {where=java.io.tmpdir} -- the next request brings the id
        FileUtils.writeByteArrayToFile(file, content);
        return file.getName().substring(PREFIX.length());
    }

    void run(String id) throws IOException {
        String path = FOLDER + File.separator + PREFIX + id;
        FileUtils.readFileToByteArray(new File(path));
    }
}

class ExportService {
    private static final String PREFIX = "shop_export_";
    private static final String FOLDER = System.getProperty("java.io.tmpdir");

    void write(byte[] content, Sender sender) throws IOException {
        File file = File.createTempFile(PREFIX, ".json");
        // expect-next storage/local-file-write info -- nobody is told of it
        FileUtils.writeByteArrayToFile(file, content);
        sender.send(content);
    }

    String shown(String id) {
        return PREFIX + id;
    }
}
