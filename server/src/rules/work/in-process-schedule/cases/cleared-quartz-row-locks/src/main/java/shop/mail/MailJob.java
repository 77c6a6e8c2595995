package shop.mail;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

public class MailJob implements Job {
    private MailService mails;

    @Override
    public void execute(JobExecutionContext context) {
        mails.sendWaiting();
    }
}
