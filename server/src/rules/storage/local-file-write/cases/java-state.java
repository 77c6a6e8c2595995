package shop;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.Properties;

public class BanList {
    private final File bans = new File("/opt/shop/bans.properties");
    private final String exports = "exports";

    Properties load() throws Exception {
        Properties loaded = new Properties();
        // clean-next storage/local-file-write -- reads
        loaded.load(new FileInputStream(bans));
        return loaded;
    }

    void save(Properties list) throws Exception {
        // expect-next storage/local-file-write error {where=/opt/shop/bans.properties}
        list.store(new FileOutputStream(bans), null);
    }

    int size() throws Exception {
        // clean-next storage/local-file-write -- opened for reading
        return (int) new RandomAccessFile(bans, "r").length();
    }

    void export(String rows) throws Exception {
        // expect-next storage/local-file-write warning {where=exports}
        try (FileWriter writer = new FileWriter(exports + "/orders.csv")) {
            writer.write(rows);
        }
    }

    /** A helper that knows nothing of the place. */
    static void copyFile(File from, File to) throws Exception {
        // expect-next storage/local-file-write info
        from.renameTo(to);
    }

    /** Nothing here is about keeping files. */
    static void swap(File from, File to) throws Exception {
        // clean-next storage/local-file-write -- writes where it is told
        from.renameTo(to);
    }

    void elsewhere(String rows) throws Exception {
        // expect-next storage/local-file-write warning {where=Folders.get().exportDir()}
        new FileWriter(new File(Folders.get().exportDir(), "rows.csv")).write(rows);
        // expect-next storage/local-file-write warning {where=ShopConst.DATA_DIR}
        new FileWriter(ShopConst.DATA_DIR + "/rows.csv").write(rows);
    }
}
