package org.acme.pay;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

class Statements {
    void read(InputStream in, String name) throws IOException {
        File dir = Files.createTempDirectory("statements").toFile();
        File tmp = new File(dir, name);
        // clean-next storage/local-file-write -- removed under its second name
        try (FileOutputStream out = new FileOutputStream(tmp)) {
            in.transferTo(out);
        }
        File file = tmp;
        try {
            book(file);
        } finally {
            file.delete();
        }
    }

    void keep(InputStream in, String name, File other) throws IOException {
        File dir = Files.createTempDirectory("statements").toFile();
        File tmp = new File(dir, name);
        // expect-next storage/local-file-write info
        try (FileOutputStream out = new FileOutputStream(tmp)) {
            in.transferTo(out);
        }
        File file = other;
        book(tmp);
        file.delete();
    }

    private void book(File file) {
    }
}
