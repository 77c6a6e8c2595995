package shop.job;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import shop.base.BaseJob;

@Component
public class MailJob extends BaseJob {
    private JavaMailSender mailSender;

    // expect-next work/in-process-schedule warning {setting=isScheduleHost()} -- the base class asks a setting
    @Scheduled(fixedDelay = 300000)
    public void sendWaiting() {
        if (isScheduleHost()) {
            mailSender.send(waiting());
        } else {
            log.info("not here");
        }
    }

    // expect-next work/in-process-schedule warning {setting=isScheduleHost()} -- the other way round
    @Scheduled(fixedDelay = 300000)
    public void sendReports() {
        if (!isScheduleHost()) {
            return;
        }
        mailSender.send(reports());
    }

    // expect-next work/in-process-schedule error {setting=isStarted()} -- every replica is started some day
    @Scheduled(fixedDelay = 300000)
    public void sendReminders() {
        if (isStarted()) {
            mailSender.send(reminders());
        }
    }

    // expect-next work/in-process-schedule error {what=mailSender.send()} -- the work goes on after the question
    @Scheduled(fixedDelay = 300000)
    public void sendBills() {
        if (isScheduleHost()) {
            prepare();
        }
        mailSender.send(bills());
    }
}
