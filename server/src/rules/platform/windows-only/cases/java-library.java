package shop.print;

import com.sun.jna.Native;

public interface Printer {
    // expect-next platform/windows-only warning {name=winspool.drv}
    Printer INSTANCE = Native.load("winspool.drv", Printer.class);
}
