package shop;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

class ThumbnailService {
    private static final String FFMPEG = "/usr/bin/ffmpeg";

    void video(File video) throws IOException {
        // expect-next work/process-spawn warning {tool=ffmpeg}
        new ProcessBuilder(FFMPEG, "-i", video.getPath(), "out.png").start();
        //  ^^^^^^^^^^^^^^
    }

    void document(String file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("soffice");
        command.add("--headless");
        command.add(file);
        // expect-next work/process-spawn warning {tool=soffice}
        new ProcessBuilder(command).start();
    }

    void image(File image) throws IOException {
        // expect-next work/process-spawn warning {tool=convert}
        Runtime.getRuntime().exec("convert " + image + " -resize 100x100 small.png");
        //                   ^^^^
    }

    void page() throws IOException {
        // expect-next work/process-spawn warning {tool=wkhtmltopdf}
        Runtime.getRuntime().exec(new String[] { "/bin/sh", "-c", "wkhtmltopdf - -" });
    }

    void dump() throws IOException {
        // expect-next work/process-spawn warning {tool=mysqldump}
        CommandLine line = CommandLine.parse("mysqldump shop");
        new DefaultExecutor().execute(line);
    }

    void listing() throws IOException {
        // expect-next work/process-spawn warning {tool=cmd}
        Runtime.getRuntime().exec("cmd /c dir");
    }

    void either(boolean isWindows) throws IOException {
        if (isWindows) {
            // clean-next work/process-spawn -- never taken in a Linux container
            Runtime.getRuntime().exec("taskkill.exe /F");
        }
    }

    void any(String[] command) throws IOException {
        // expect-next work/process-spawn info
        new ProcessBuilder(command).start();
    }

    void set(String ffprobePath, File video) throws IOException {
        // expect-next work/process-spawn warning {tool=ffprobe}
        new ProcessBuilder(ffprobePath, video.getPath()).start();
        // clean-next work/process-spawn -- this file starts what it is told to; that is said once, above
        new ProcessBuilder(System.getenv("CONVERTER"), video.getPath()).start();
    }

    void later(String page) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        // expect-next work/process-spawn warning {tool=tesseract}
        builder.command("tesseract", page).start();
    }

    void disk() throws IOException {
        // clean-next work/process-spawn -- every Linux image has it
        Runtime.getRuntime().exec("df -k");
    }

    void worker() throws IOException {
        // clean-next work/process-spawn -- the virtual machine itself
        new ProcessBuilder("java", "-version").start();
    }

    int memory() {
        // clean-next work/process-spawn -- starts nothing
        return Runtime.getRuntime().availableProcessors();
    }
}

class Installer {
    public static void main(String[] args) throws IOException {
        // clean-next work/process-spawn -- a program that someone starts by hand
        Runtime.getRuntime().exec("git clone shop");
    }
}
