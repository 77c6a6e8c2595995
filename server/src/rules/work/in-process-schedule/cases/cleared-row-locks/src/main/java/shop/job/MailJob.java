package shop.job;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import shop.mail.MailService;
import shop.mail.Orders;

@Component
public class MailJob {
    private final MailService mails;
    private final Orders orders;
    private final JdbcTemplate jdbc;

    public MailJob(MailService mails, Orders orders, JdbcTemplate jdbc) {
        this.mails = mails;
        this.orders = orders;
        this.jdbc = jdbc;
    }

    // expect-next work/in-process-schedule info
    @Scheduled(fixedDelay = 5000)
    public void sendMails() {
        mails.sendWaiting();
    }

    // expect-next work/in-process-schedule warning
    @Scheduled(cron = "0 0 1 * * *")
    public void closeOrders() {
        orders.deleteClosed();
    }

    // expect-next work/in-process-schedule error
    @Scheduled(cron = "0 0 2 * * *")
    public void bookInterest() {
        jdbc.update("insert into interest select id from account");
    }
}
