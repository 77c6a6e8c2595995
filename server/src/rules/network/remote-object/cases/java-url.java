package shop.remote;

import java.util.Hashtable;
import javax.naming.Context;

public class Lookup {
    Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        // expect-next network/remote-object warning {name=t3:}
        environment.put(Context.PROVIDER_URL, "t3://" + host + ":7001");
        //                                    ^^^^^^^
        return environment;
    }

    void explain() {
        // clean-next network/remote-object -- a text
        log.info("iiop://host:port is no longer supported");
    }
}
