package shop;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

class SettlementJob {
    private final ReentrantLock lock = new ReentrantLock();
    private File folder;

    void settle() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(new File(folder, "settlement"), "rw"); FileChannel channel = file.getChannel()) {
            // expect-next storage/file-lock warning {call=tryLock}
            FileLock held = channel.tryLock();
            //                      ^^^^^^^
            if (held == null) return;
        }
    }

    void number(Path counter) throws IOException {
        try (FileChannel channel = FileChannel.open(counter, StandardOpenOption.WRITE)) {
            // expect-next storage/file-lock warning {call=lock}
            channel.lock();
        }
    }

    void export() throws IOException {
        File marker = new File(folder, "export.lock");
        // expect-next storage/file-lock warning {file=export.lock}
        if (!marker.createNewFile()) return;
        marker.delete();
    }

    void start() throws IOException {
        try {
            // expect-next storage/file-lock warning {file=/var/shop/shop.pid}
            Files.createFile(Paths.get("/var/shop/shop.pid"));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(e);
        }
    }

    void once() throws IOException {
        File marker = new File(folder, "import.lock");
        // clean-next storage/file-lock -- the lock on it is told below
        if (!marker.exists()) marker.createNewFile();
        try (RandomAccessFile file = new RandomAccessFile(marker, "rw")) {
            // expect-next storage/file-lock warning
            file.getChannel().lock();
        }
    }

    void memory() {
        // clean-next storage/file-lock -- a lock of this process; process-local-lock judges it
        lock.lock();
    }

    void report() throws IOException {
        // clean-next storage/file-lock -- a file for its content
        new File(folder, "report.csv").createNewFile();
    }

    void scratch() throws IOException {
        File temp = File.createTempFile("stock", ".lock");
        try (RandomAccessFile file = new RandomAccessFile(temp, "rw"); FileChannel channel = file.getChannel()) {
            // clean-next storage/file-lock -- nobody else knows the file
            channel.lock();
        }
    }
}

class Repair {
    public static void main(String[] args) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(args[0], "rw")) {
            // clean-next storage/file-lock -- a program that someone starts by hand
            file.getChannel().lock();
        }
    }
}
