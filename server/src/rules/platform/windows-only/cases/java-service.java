package shop;

// clean-next platform/windows-only -- installs the program as a Windows service; elsewhere it starts without
import com.sun.jna.platform.win32.Advapi32;
// clean-next platform/windows-only -- the same
import com.sun.jna.platform.win32.Winsvc;

class ServiceLauncher {
    boolean install(Winsvc.SC_HANDLE manager, String name) {
        return Advapi32.INSTANCE.OpenService(manager, name, Winsvc.SERVICE_ALL_ACCESS) != null;
    }
}
