package shop;

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
            JobDetail mail = JobBuilder.newJob(MailJob.class).build();
            CronTrigger nightly = TriggerBuilder.newTrigger().withSchedule(CronScheduleBuilder.cronSchedule("0 0 2 * * ?")).build();
            // expect-next work/in-process-schedule warning
            scheduler.scheduleJob(mail, nightly);
            // clean-next work/in-process-schedule -- the second place of the same finding
            scheduler.scheduleJob(
                    JobBuilder.newJob(IndexJob.class).withIdentity("index").build(),
                    TriggerBuilder.newTrigger().withSchedule(CronScheduleBuilder.cronSchedule("0 0 4 * * ?")).build());
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
