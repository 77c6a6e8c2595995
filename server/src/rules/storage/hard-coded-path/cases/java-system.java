package shop.env;

import java.io.File;

class Homes {
    File home() {
        // clean-next storage/hard-coded-path -- asks what kind of system this is
        if (new File("/etc").exists()) {
            // expect-next storage/hard-coded-path info
            return new File("/etc/shop");
        }
        return new File(System.getProperty("user.home"));
    }
}
