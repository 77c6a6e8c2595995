package shop;

import com.sun.jna.Native;

public interface Advapi {
    // expect-next platform/windows-only info {name=Advapi32}
    Advapi INSTANCE = Native.load("Advapi32", Advapi.class);
}
