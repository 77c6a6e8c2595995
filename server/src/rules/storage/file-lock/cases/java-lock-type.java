package shop.locking;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;

abstract class PathLock implements Lock {
    private Path path;
    private FileChannel channel;
    private FileLock held;

    private FileChannel getChannel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        return channel;
    }

    @Override
    public void lock() {
        try {
            // expect-next storage/file-lock info {call=lock} -- its users say which file
            held = getChannel().lock(0, Long.MAX_VALUE, false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean tryLock() {
        try {
            // clean-next storage/file-lock -- told above
            held = getChannel().tryLock(0, Long.MAX_VALUE, false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return held != null;
    }

    @Override
    public void unlock() {
        FileChannel used = channel;
        boolean removable;
        // clean-next storage/file-lock -- only asks whether somebody still holds it
        try (FileLock last = used.tryLock(0, Long.MAX_VALUE, false)) {
            removable = last != null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (removable) path.toFile().delete();
    }
}

class Importer {
    private FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.WRITE);
    }

    void run(Path path) throws IOException {
        // expect-next storage/file-lock warning
        try (FileLock held = open(path).tryLock()) {
            if (held != null) Files.list(path.getParent()).forEach(this::load);
        }
    }

    private void load(Path file) {
    }
}
