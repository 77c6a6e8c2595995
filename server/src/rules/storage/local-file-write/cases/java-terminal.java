package shop.build;

import java.io.FileOutputStream;
import java.io.IOException;

public class Bundler {
    private final String directory;

    public Bundler(String directory) {
        this.directory = directory;
    }

    public void execute() throws IOException {
        // clean-next storage/local-file-write -- a program of its own that talks to a terminal
        try (FileOutputStream out = new FileOutputStream(directory + "/bundle.zip")) {
            out.write(1);
        }
        System.err.println("done");
    }

    public static void main(String[] arguments) throws IOException {
        String directory = System.getProperty("DIRECTORY");
        if (directory == null) {
            System.exit(1);
        }
        new Bundler(directory).execute();
    }
}

class Server {
    public void save() throws IOException {
        // expect-next storage/local-file-write warning {where=data/state.bin}
        try (FileOutputStream out = new FileOutputStream("data/state.bin")) {
            out.write(1);
        }
    }

    public static void main(String[] arguments) throws IOException {
        new Server().save();
    }
}
