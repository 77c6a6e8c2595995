package shop.build;

import java.io.IOException;

public class Packer {
    // A command for each system: the one for Linux counts.
    String pack(boolean windows, String home) throws IOException {
        String mvn = windows ? "mvn.cmd" : "mvn";
        if (home != null) mvn = home + "/bin/" + mvn;
        // expect-next work/process-spawn warning {tool=mvn}
        Runtime.getRuntime().exec(mvn + " --version");
        return mvn;
    }

    void convert() throws IOException {
        String tool = "convert";
        if (System.getProperty("os.name").startsWith("Windows")) tool = "magick.exe";
        // expect-next work/process-spawn warning {tool=convert}
        new ProcessBuilder(tool, "a.png", "a.jpg").start();
    }

    void print() throws IOException {
        // expect-next work/process-spawn warning {tool=printui}
        new ProcessBuilder("printui.exe", "/y").start();
    }

    void price(String script) throws IOException {
        String[] command = null;
        if (System.getProperty("os.name").toLowerCase().startsWith("window")) {
            command = new String[] {"cmd.exe", "/c", "python " + script};
        } else {
            command = new String[] {"/bin/sh", "-c", "python3 " + script};
        }
        // expect-next work/process-spawn warning {tool=python3}
        Runtime.getRuntime().exec(command);
    }

    void render() throws IOException {
        String tool = System.getProperty("os.name").toLowerCase().contains("nux") ? "/usr/bin/wkhtmltopdf" : "wkhtmltopdf.exe";
        // expect-next work/process-spawn warning {tool=wkhtmltopdf}
        new ProcessBuilder(tool, "a.html", "a.pdf").start();
    }

    void list(boolean drawing) throws IOException {
        String tool = drawing ? "inkscape" : "convert";
        // expect-next work/process-spawn warning {tool=inkscape} -- a word that only holds the name of a system asks for none
        new ProcessBuilder(tool, "a.svg").start();
        if (System.getProperty("os.name").startsWith("Linux")) {
            new ProcessBuilder("ls").start();
        } else {
            // clean-next work/process-spawn -- what is left is Windows
            new ProcessBuilder("cmd", "/c", "dir").start();
        }
    }
}
