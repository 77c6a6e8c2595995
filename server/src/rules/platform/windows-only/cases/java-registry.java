package shop.licence;

// expect-next platform/windows-only warning
import com.sun.jna.platform.win32.Advapi32Util;

public class Licence {
    String key() {
        return Advapi32Util.registryGetStringValue(root, "SOFTWARE\\Shop", "Key");
    }
}
