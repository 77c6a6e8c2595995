package shop.upload;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

class Parts {
    void add(File file, ByteBuffer part, long offset) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file, true); FileChannel channel = out.getChannel()) {
            // clean-next storage/file-lock -- for the content of the file it writes
            channel.lock();
            channel.write(part, offset);
        }
    }

    boolean start(File file, String pid) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file); FileChannel channel = out.getChannel()) {
            // expect-next storage/file-lock
            if (channel.tryLock() == null) {
                return false;
            }
            channel.write(ByteBuffer.wrap(pid.getBytes()));
            return true;
        }
    }

    void copy(File target, InputStream in) throws IOException {
        // clean-next storage/file-lock -- nobody shall read the half of what the copy writes
        try (FileOutputStream out = new FileOutputStream(target); FileLock held = out.getChannel().tryLock()) {
            if (held != null) {
                in.transferTo(out);
            }
        }
    }

    void sweep(File guard) throws IOException {
        FileOutputStream out = new FileOutputStream(guard);
        // expect-next storage/file-lock
        if (out.getChannel().tryLock() == null) {
            IOUtils.closeQuietly(out);
            return;
        }
        sweepAll();
    }
}
