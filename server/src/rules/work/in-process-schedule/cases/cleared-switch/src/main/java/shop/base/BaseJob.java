package shop.base;

import javax.annotation.PostConstruct;
import javax.annotation.Resource;
import org.springframework.core.env.Environment;

public abstract class BaseJob {
    @Resource
    private Environment env;
    private String schedule;
    private boolean started;

    @PostConstruct
    void init() {
        schedule = env.getProperty("shop.server.schedule");
        started = true;
    }

    protected boolean isScheduleHost() {
        return "yes".equals(schedule);
    }

    protected boolean isStarted() {
        return started;
    }
}
