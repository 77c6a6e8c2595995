package shop;

import java.util.Properties;

class DataConfig {
    Properties hibernate() {
        Properties properties = new Properties();
        properties.setProperty("hibernate.cache.use_second_level_cache", "true");
        // expect-next state/in-process-cache warning {name=EhCacheRegionFactory}
        properties.setProperty("hibernate.cache.region.factory_class", "org.hibernate.cache.ehcache.EhCacheRegionFactory");
        return properties;
    }
}
