package shop.volume;

import java.io.FileWriter;
import java.io.IOException;
import org.slf4j.Logger;
import org.springframework.stereotype.Service;

@Service
class VolumeService {
    private Logger log;

    long size(String volume) throws IOException {
        // clean-next storage/local-file-write -- what the program of the next line is to do
        try (FileWriter script = new FileWriter("D:\\volumes\\select.txt")) {
            script.write("select volume " + volume);
        }
        return read(new String[] {"cmd.exe", "/C", "diskpart /s D:\\volumes\\select.txt"});
    }

    void list(String volume) throws IOException {
        // expect-next storage/local-file-write warning {where=D:\volumes\list.txt}
        try (FileWriter list = new FileWriter("D:\\volumes\\list.txt")) {
            list.write(volume);
        }
        log.info("volumes are listed in D:\\volumes\\list.txt");
    }

    private long read(String[] command) throws IOException {
        return Runtime.getRuntime().exec(command).getInputStream().read();
    }
}
