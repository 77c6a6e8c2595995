package shop.jobs;

import java.io.IOException;
import org.springframework.stereotype.Service;

@Service
class ItemsService {
    void allow(String script) throws IOException {
        String[] command = new String[3];
        command[0] = "chmod";
        command[1] = "777";
        command[2] = script;
        // clean-next work/process-spawn -- every image has chmod
        Runtime.getRuntime().exec(command);
    }

    void convert(String in, String out) throws IOException {
        String[] command = new String[3];
        command[0] = "chmod";
        command[1] = "600";
        command[2] = in;
        // clean-next work/process-spawn -- what the array holds when it is used
        Runtime.getRuntime().exec(command);
        command = new String[4];
        command[0] = "ffmpeg";
        command[1] = "-i";
        command[2] = in;
        command[3] = out;
        // expect-next work/process-spawn warning {tool=ffmpeg}
        Runtime.getRuntime().exec(command);
    }

    void load(String folder, String script) throws IOException {
        String[] command = new String[] {"mysql", "-e", "source " + script};
        if (folder != null) command[0] = folder + "/client";
        // expect-next work/process-spawn warning {tool=mysql}
        Runtime.getRuntime().exec(command);
    }

    Process assets(java.nio.file.Path npm, String folder) throws IOException {
        // clean-next work/process-spawn -- a server for those who develop the front end
        return new ProcessBuilder(npm.toString(), "--prefix", folder, "run", "serve").start();
    }

    Process pages(java.nio.file.Path npm, String folder) throws IOException {
        // expect-next work/process-spawn info
        return new ProcessBuilder(npm.toString(), "--prefix", folder, "run", "render").start();
    }
}
