package shop.start;

import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import net.sf.ehcache.CacheManager;

public class Cleanup implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        // clean-next state/in-process-cache -- ends what something else made
        CacheManager.getInstance().shutdown();
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
    }
}
