package shop;

import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.spring.provider.SpringEmbeddedCacheManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@EnableCaching
@Configuration
public class CacheConfig {
    // expect-next network/multicast warning
    @Value("${shop.cache.configFile:default-configs/default-jgroups-udp.xml}")
    private String configFile;

    @Bean
    public SpringEmbeddedCacheManager cacheManager() {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().addProperty("configurationFile", configFile);
        // clean-next state/in-process-cache -- kept in step over the cluster's transport
        return new SpringEmbeddedCacheManager(new DefaultCacheManager(global.build()));
    }
}
