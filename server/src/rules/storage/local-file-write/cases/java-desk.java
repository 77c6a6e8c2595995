package shop.tools;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

class Speech {
    void generate() throws IOException {
        String source = new File("").getAbsolutePath() + "/src/main/resources/default.sql";
        String text = IOUtils.toString(new FileInputStream(source));
        // clean-next storage/local-file-write -- source folders are only there where the product is built
        FileWriter writer = new FileWriter(System.getProperty("user.home") + "/data.sql");
        IOUtils.write(text, writer);
        writer.close();
    }

    void keep(String name, byte[] image) throws IOException {
        Path folder = Paths.get("src/main/resources/static/images");
        // expect-next storage/local-file-write
        Files.write(folder.resolve(name), image);
    }

    void speak(String text) throws Exception {
        // clean-next storage/local-file-write -- a program of the same call reads it, and the next call writes over it
        FileUtils.writeStringToFile(new File("input.txt"), text);
        new ProcessBuilder("/bin/sh", "-c", "espeak -f input.txt | oggenc - -o output.ogg").start().waitFor();
    }

    void remember(String text) throws Exception {
        // expect-next storage/local-file-write
        FileUtils.writeStringToFile(new File("last.txt"), text);
        new ProcessBuilder("/bin/sh", "-c", "espeak -f input.txt").start().waitFor();
    }
}
