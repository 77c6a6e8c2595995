package org.acme.parts;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

class Parts {
    private final Map<String, File> scripts = new HashMap<>();

    void take(Part part, List<PartItem> items) throws IOException {
        File file = File.createTempFile("part", null);
        // clean-next storage/local-file-write -- the item that is made of it owns it
        Files.copy(part.getInputStream(), file.toPath(), StandardCopyOption.REPLACE_EXISTING);
        items.add(new PartItem(file, part.getName()));
    }

    void keep(Part part) throws IOException {
        File file = File.createTempFile("part", null);
        // expect-next storage/local-file-write info
        Files.copy(part.getInputStream(), file.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    void run(String id, String text) throws IOException {
        File script = createTempFile(id);
        // clean-next storage/local-file-write -- noted in a table, and removed by the method that takes it out
        FileUtils.write(script, text);
        execute(script);
        forget(id);
    }

    private File createTempFile(String id) throws IOException {
        File made = File.createTempFile(id, ".txt");
        scripts.put(id, made);
        return made;
    }

    private void forget(String id) {
        File script = scripts.remove(id);
        if (script != null) {
            FileUtils.deleteQuietly(script);
        }
    }
}

class Kernel extends KernelBase {
    void unpack() throws IOException {
        File library = new File(workDir, "library.zip");
        // clean-next storage/local-file-write -- every image has it on the class path
        FileUtils.copyURLToFile(getClass().getClassLoader().getResource("library.zip"), library);
    }
}
