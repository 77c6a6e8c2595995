class Converter {
    void convert(String file) throws java.io.IOException {
        // clean-next work/process-spawn -- the Dockerfile installs it
        new ProcessBuilder("ffmpeg", "-i", file).start();
        // clean-next work/process-spawn -- comes with libreoffice-writer
        new ProcessBuilder("soffice", file).start();
        // expect-next work/process-spawn warning {tool=gs}
        new ProcessBuilder("gs", file).start();
    }
}
