package shop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.commons.lang3.SystemUtils;

class Engine {

    // clean-next storage/hard-coded-path -- the end of a path: all that open it write the root before it
    protected static final String ENGINE_DIR = "/opt/engine";
    // expect-next storage/hard-coded-path warning
    private static final String MODEL_DIR = "/opt/models";

    private final ContentRepository contents;
    private boolean IS_WINDOWS = System.getProperty("os.name").toLowerCase().contains("win");

    Engine(ContentRepository contents) {
        this.contents = contents;
    }

    File engine(String root) {
        return new File(root + ENGINE_DIR);
    }

    File model(String name) {
        return new File(MODEL_DIR + "/" + name);
    }

    File settings(String root) {
        String extra = extraDir();
        return new File(root + extra);
    }

    private String extraDir() {
        // clean-next storage/hard-coded-path -- the caller writes the root before it
        return "/etc-default";
    }

    void guard(String id) {
        // clean-next storage/hard-coded-path -- a folder of the content repository
        if (contents.getFile("/etc/shop").equals(id)) throw new IllegalStateException(id);
    }

    File base(File dir) {
        if (IS_WINDOWS && dir.getPath().isEmpty()) {
            // clean-next storage/hard-coded-path -- only on Windows
            return new File("C:\\Program Files\\engine");
        }
        // clean-next storage/hard-coded-path -- only on Windows
        String fonts = SystemUtils.IS_OS_WINDOWS ? "C:\\Windows\\Fonts\\" : dir.getPath();
        return new File(fonts);
    }

    File cache(boolean isWindows) {
        // clean-next storage/hard-coded-path -- only on Windows
        if (isWindows) return new File("C:\\engine\\cache");
        return new File(".");
    }

    File window(boolean drawsWindow) {
        // expect-next storage/hard-coded-path warning
        return drawsWindow ? new File("D:\\engine\\window") : null;
    }

    byte[] licence() throws IOException {
        // expect-next storage/hard-coded-path warning
        return Files.readAllBytes(Paths.get("/opt/engine/licence.dat"));
    }
}
