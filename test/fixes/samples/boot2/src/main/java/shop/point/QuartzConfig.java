package shop.point;

import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class QuartzConfig {
    @Bean
    public JobDetail pointSummary() {
        return JobBuilder.newJob(PointSummaryJob.class).withIdentity("point-summary").storeDurably().build();
    }

    @Bean
    public Trigger pointSummaryTrigger(JobDetail pointSummary) {
        return TriggerBuilder.newTrigger().forJob(pointSummary).withSchedule(CronScheduleBuilder.cronSchedule("0 10 0 * * ?")).build();
    }
}
