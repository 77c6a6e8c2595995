package shop.volume;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import org.springframework.stereotype.Service;

@Service
class ScriptService {
    private String folder;
    private String installed;

    int sync(String item, String user) throws IOException, InterruptedException {
        String script = folder + item + "." + user + ".sh";
        // clean-next storage/local-file-write -- made executable and run at once, under a name that the next run writes over
        OutputStreamWriter writer = new OutputStreamWriter(new FileOutputStream(script));
        writer.write("./sync " + item + "\n");
        writer.close();
        String[] command = new String[3];
        command[0] = "chmod";
        command[1] = "777";
        command[2] = script;
        Process process = Runtime.getRuntime().exec(command);
        process.waitFor();
        command = new String[2];
        command[0] = "/bin/sh";
        command[1] = script;
        process = Runtime.getRuntime().exec(command);
        if (process.waitFor() != 0) throw new IOException("failed: [" + script + "]");
        return 0;
    }

    void list(String user) throws IOException {
        // clean-next storage/local-file-write -- the name is put together twice, once with a separator that it may have already
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(folder + user + ".sh"), "UTF-8"));
        writer.write("ls\n");
        writer.close();
        new ProcessBuilder("bash", folder + "/" + user + ".sh").start();
    }

    void later(File script) throws IOException {
        // clean-next storage/local-file-write -- an own method runs what it is handed
        try (FileWriter writer = new FileWriter(script)) {
            writer.write("ls\n");
        }
        start(script.getPath());
    }

    private void start(String file) throws IOException {
        Runtime.getRuntime().exec("/bin/sh " + file);
    }

    void publish(String item) throws IOException {
        String script = "/data/scripts/" + item + ".sh";
        // expect-next storage/local-file-write warning -- made executable, and run by someone else
        try (FileWriter writer = new FileWriter(script)) {
            writer.write("./publish " + item + "\n");
        }
        String[] command = new String[3];
        command[0] = "chmod";
        command[1] = "755";
        command[2] = script;
        Runtime.getRuntime().exec(command);
    }

    String install(String item) throws IOException {
        String script = "/data/hooks/" + item + ".sh";
        // expect-next storage/local-file-write warning -- tried once, and kept for others
        try (FileWriter writer = new FileWriter(script)) {
            writer.write("./hook " + item + "\n");
        }
        Runtime.getRuntime().exec(new String[] {"/bin/sh", script});
        this.installed = script;
        return script;
    }

    void report(String item) throws IOException {
        String report = "/data/reports/" + item + ".csv";
        // expect-next storage/local-file-write warning -- the script that runs is another file
        try (FileWriter writer = new FileWriter(report)) {
            writer.write(item);
        }
        Runtime.getRuntime().exec(new String[] {"/bin/sh", "/opt/shop/notify.sh"});
    }
}
