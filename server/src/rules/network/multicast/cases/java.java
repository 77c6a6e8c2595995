package shop.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import java.net.InetAddress;
import java.net.MulticastSocket;
import org.jgroups.JChannel;
import org.springframework.context.annotation.Profile;

public class Announcer {
    void announce() throws Exception {
        // expect-next network/multicast error
        MulticastSocket socket = new MulticastSocket(4446);
        //                           ^^^^^^^^^^^^^^^
        // expect-next network/multicast warning {address=230.0.0.1}
        socket.joinGroup(InetAddress.getByName("230.0.0.1"));
    }

    void channel() throws Exception {
        // expect-next network/multicast error {stack=udp.xml}
        JChannel plain = new JChannel();
        // expect-next network/multicast warning {stack=conf/jgroups-udp.xml}
        JChannel named = new JChannel("conf/jgroups-udp.xml");
        // clean-next network/multicast -- members are listed
        JChannel listed = new JChannel("conf/jgroups-tcp.xml");
    }

    void member() {
        // expect-next network/multicast warning
        Hazelcast.newHazelcastInstance(new Config());
        //        ^^^^^^^^^^^^^^^^^^^^
    }

    @Profile("dev")
    void local() throws Exception {
        // clean-next network/multicast -- for development only
        JChannel plain = new JChannel();
    }

    String version() {
        // clean-next network/multicast -- a number of another kind
        return "228.1.0.4";
    }

    boolean valid(Validator validator) {
        // clean-next network/multicast -- only compared
        return validator.address().equals("230.0.0.1");
    }
}
