package shop;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shop.mail.MailJob;

@Configuration
class Totals {

    @Bean
    JobDetail total() {
        return JobBuilder.newJob(TotalJob.class).withIdentity("total").storeDurably().build();
    }

    @Bean
    JobDetail more() {
        return JobBuilder.newJob(MailJob.class).withIdentity("more").storeDurably().build();
    }

    @Bean
    // expect-next work/in-process-schedule warning {job=totalTrigger}
    Trigger totalTrigger(JobDetail total) {
        return TriggerBuilder.newTrigger().forJob(total).withIdentity("total").startNow().build();
    }
}
