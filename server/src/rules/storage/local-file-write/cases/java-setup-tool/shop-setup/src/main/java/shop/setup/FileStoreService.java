package shop.setup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

public class FileStoreService {
    public void backup(String name) throws IOException {
        File file = new File("/var/shop/" + name);
        // clean-next storage/local-file-write -- a tool for a terminal, of which no replica runs
        Files.copy(file.toPath(), new File("/var/shop/" + name + ".old").toPath());
    }
}
