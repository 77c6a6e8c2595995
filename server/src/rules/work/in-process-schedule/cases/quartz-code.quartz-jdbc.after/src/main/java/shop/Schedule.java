package shop;

import java.util.Collections;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

public class Schedule implements ServletContextListener {
    public void contextInitialized(ServletContextEvent event) {
        try {
            Scheduler scheduler = StdSchedulerFactory.getDefaultScheduler();
            JobDetail mail = JobBuilder.newJob(MailJob.class).withIdentity("Schedule.mail").build();
            CronTrigger nightly = TriggerBuilder.newTrigger().withIdentity("Schedule.nightly").withSchedule(CronScheduleBuilder.cronSchedule("0 0 2 * * ?")).build();
                                                           
            scheduler.scheduleJob(mail, Collections.singleton(nightly), true);
                                                                                          
            scheduler.scheduleJob(
                    JobBuilder.newJob(IndexJob.class).withIdentity("index").build(),
                    Collections.singleton(TriggerBuilder.newTrigger().withIdentity("IndexJob.trigger").withSchedule(CronScheduleBuilder.cronSchedule("0 0 4 * * ?")).build()), true);
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
