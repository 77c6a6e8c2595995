package shop;

import java.util.Map;
import org.hibernate.cfg.AvailableSettings;

class DataConfig {
    void configure(Map<String, Object> properties) {
        // clean-next state/in-process-cache -- Hazelcast's regions tell each other what changed
        properties.put(AvailableSettings.CACHE_REGION_FACTORY, "com.hazelcast.hibernate.HazelcastCacheRegionFactory");
    }

    void unused(Map<String, Object> properties) {
        properties.put("hibernate.cache.use_second_level_cache", "false");
        // clean-next state/in-process-cache -- switched off
        properties.put("hibernate.cache.region.factory_class", "org.hibernate.cache.ehcache.EhCacheRegionFactory");
    }
}
