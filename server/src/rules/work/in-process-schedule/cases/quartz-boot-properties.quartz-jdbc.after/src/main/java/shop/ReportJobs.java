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
                                                   
    Trigger reportTrigger(JobDetail report) {
        return TriggerBuilder.newTrigger().withIdentity("reportTrigger").forJob(report).withSchedule(SimpleScheduleBuilder.repeatHourlyForever()).build();
    }

    @Bean
                                                                                  
    Trigger cleanTrigger(JobDetail clean) {
        return TriggerBuilder.newTrigger().withIdentity("clean").forJob(clean).withSchedule(SimpleScheduleBuilder.repeatHourlyForever()).build();
    }

                                                                                 
    @Bean
    JobDetail report() {
        return JobBuilder.newJob(ReportJob.class).withIdentity("report").storeDurably().build();
    }
}
