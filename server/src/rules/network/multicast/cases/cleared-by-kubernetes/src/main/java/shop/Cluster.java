package shop;

import com.hazelcast.config.Config;

public class Cluster {
    void join(Config config) {
        config.getNetworkConfig().getJoin().getKubernetesConfig().setEnabled(true).setProperty("service-dns", "shop-headless");
    }
}
