package shop.util;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.File;
import java.util.Properties;

public class Near {
    interface LibC extends Library {
        // clean-next platform/native-library -- every Linux has it
        LibC INSTANCE = Native.load("c", LibC.class);
    }

    void settings(Properties settings) throws Exception {
        // clean-next platform/native-library -- reads a file
        settings.load(getClass().getResourceAsStream("/shop.properties"));
    }

    boolean loadFast() {
        File library = new File(System.getProperty("shop.fast.library", "/opt/fast/libfast.so"));
        if (library.canRead()) {
            // clean-next platform/native-library -- where the file is missing, the code does without
            System.load(library.getAbsolutePath());
            return true;
        }
        return false;
    }

    // clean-next platform/native-library -- JavaScript of a GWT page
    static native void alert(String text) /*-{ $wnd.alert(text); }-*/;
}
