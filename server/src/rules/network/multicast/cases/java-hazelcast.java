package shop.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;

public class ClusterConfig {
    Object member(Config config) {
        // expect-next network/multicast error
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(true);
        //                                                       ^^^^^^^^^^
        // clean-next network/multicast -- how members join is said
        return Hazelcast.newHazelcastInstance(config);
    }

    Object separate(Config other) {
        // clean-next network/multicast -- switched off
        other.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        return other;
    }
}
