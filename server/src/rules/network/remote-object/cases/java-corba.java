package shop.remote;

import org.omg.CORBA.ORB;

public class Legacy {
    ORB connect(String[] args) {
        // expect-next network/remote-object warning {name=ORB.init}
        return ORB.init(args, null);
    }
}
