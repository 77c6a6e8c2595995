package shop.util;

import com.sun.jna.Library;
import com.sun.jna.Native;
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

    // clean-next platform/native-library -- JavaScript of a GWT page
    static native void alert(String text) /*-{ $wnd.alert(text); }-*/;
}
