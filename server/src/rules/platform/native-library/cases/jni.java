package shop.scan;

public class Scanner {
    static {
        // expect-next platform/native-library warning {library=shopscan}
        System.loadLibrary("shopscan");
        //     ^^^^^^^^^^^
    }

    private native int scan(byte[] page);

    static void codec() {
        // clean-next platform/native-library -- listed with the first
        System.load("/opt/codec/libcodec.so");
    }
}
