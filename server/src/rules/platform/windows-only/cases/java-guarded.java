package shop.print;

// clean-next platform/windows-only -- the file has a way for the other systems
import com.sun.jna.platform.win32.Kernel32;

public class Memory {
    long free() {
        return System.getProperty("os.name").startsWith("Windows") ? Kernel32.INSTANCE.GetTickCount() : fromProc();
    }
}
