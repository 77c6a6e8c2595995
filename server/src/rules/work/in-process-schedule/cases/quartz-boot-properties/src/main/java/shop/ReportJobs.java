package shop;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReportJobs {

    @Bean
    // expect-next work/in-process-schedule warning
    Trigger reportTrigger(JobDetail report) {
        return TriggerBuilder.newTrigger().forJob(report).withSchedule(SimpleScheduleBuilder.repeatHourlyForever()).build();
    }

    @Bean
    // clean-next work/in-process-schedule -- the second place of the same finding
    Trigger cleanTrigger(JobDetail clean) {
        return TriggerBuilder.newTrigger().withIdentity("clean").forJob(clean).withSchedule(SimpleScheduleBuilder.repeatHourlyForever()).build();
    }

    // clean-next work/in-process-schedule -- describes a job without starting it
    @Bean
    JobDetail report() {
        return JobBuilder.newJob(ReportJob.class).storeDurably().build();
    }
}
