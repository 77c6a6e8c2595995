package shop.task;

import org.quartz.CronTrigger;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Triggers {

    @Bean
    // expect-next work/in-process-schedule warning
    CronTrigger nightly() {
        return null;
    }

    @Bean
    // clean-next work/in-process-schedule -- one finding tells of the scheduler, this is a further place of it
    CronTrigger hourly() {
        return null;
    }

    @Bean
    CronTrigger weekly() {
        return null;
    }

    @Bean
    CronTrigger monthly() {
        return null;
    }
}
