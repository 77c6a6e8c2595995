package org.acme.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.commons.exec.CommandLine;

class Kernels {
    String version(String sparkHome) throws IOException {
        // expect-next work/process-spawn warning {tool=spark-submit}
        ProcessBuilder builder = new ProcessBuilder(sparkHome + "/bin/spark-submit", "--version");
        return read(builder.start());
    }

    String current() throws IOException {
        return version(find("SPARK_HOME", "none"));
    }

    void activate(String name) throws IOException {
        File script = Files.createTempFile("kernel", ".sh").toFile();
        write(script, "source activate " + name);
        // clean-next work/process-spawn -- a script that the code has just written
        run(new CommandLine(script.getAbsolutePath()));
    }

    private String find(String key, String fallback) {
        String found = System.getenv(key);
        return found == null ? fallback : found;
    }
}
