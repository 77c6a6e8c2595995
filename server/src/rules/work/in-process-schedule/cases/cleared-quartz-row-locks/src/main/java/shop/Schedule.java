package shop;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shop.mail.MailJob;

@Configuration
class Schedule {

    @Bean
    JobDetail mail() {
        return JobBuilder.newJob(MailJob.class).withIdentity("mail").storeDurably().build();
    }

    @Bean
    // expect-next work/in-process-schedule info {job=mailTrigger}
    Trigger mailTrigger(JobDetail mail) {
        return TriggerBuilder.newTrigger().forJob(mail).withIdentity("mail").startNow().build();
    }
}
