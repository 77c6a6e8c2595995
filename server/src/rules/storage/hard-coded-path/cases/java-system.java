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

class Neighbours {
    // expect-next storage/hard-coded-path info -- only asked for, as a sign of what else this machine has
    static final String GATEWAY = "/opt/gateway/gateway.war";
    // expect-next storage/hard-coded-path warning -- asked for, and read as well
    static final String PLUGINS = "/opt/gateway/plugins";

    static boolean hasGateway() {
        return new File(GATEWAY).exists();
    }

    static String[] plugins() {
        return new File(PLUGINS).exists() ? new File(PLUGINS).list() : new String[0];
    }
}
