package shop.log;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

class JournalFolder {
    private final File folder = new File("/var/shop/journal");

    void empty() throws IOException {
        // clean-next storage/local-file-write -- only empties the file: nothing that anybody could miss
        BufferedWriter out = new BufferedWriter(new FileWriter(new File(folder, "journal.txt")));
        out.write("");
        out.close();
    }

    void mark(String text) throws IOException {
        // expect-next storage/local-file-write
        BufferedWriter out = new BufferedWriter(new FileWriter(new File(folder, "journal.txt")));
        out.write("");
        out.write(text);
        out.close();
    }
}
