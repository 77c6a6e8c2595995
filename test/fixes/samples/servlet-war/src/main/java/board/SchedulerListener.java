package board;

import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.annotation.WebListener;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

@WebListener
public class SchedulerListener implements ServletContextListener {
    private Scheduler scheduler;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            scheduler = new StdSchedulerFactory("board-quartz.properties").getScheduler();
            scheduler.scheduleJob(
                    JobBuilder.newJob(CleanupJob.class).withIdentity("cleanup").build(),
                    TriggerBuilder.newTrigger().withSchedule(CronScheduleBuilder.cronSchedule("0 0 4 * * ?")).build());
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            event.getServletContext().log("scheduler", e);
        }
    }
}
