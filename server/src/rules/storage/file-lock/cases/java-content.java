package shop.upload;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

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
}
