package shop.hsm;

import com.sun.jna.Library;
import com.sun.jna.Native;

public interface Hsm extends Library {
    // expect-next platform/native-library warning {library=cryptoki}
    Hsm INSTANCE = Native.load("cryptoki", Hsm.class);
}
