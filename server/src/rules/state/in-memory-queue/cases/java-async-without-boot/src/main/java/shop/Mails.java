package shop;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
public class Mails {
    private final MailSender mailSender;

    public Mails(MailSender mailSender) {
        this.mailSender = mailSender;
    }

    @Async
    // expect-next state/in-memory-queue warning {method=send, setting=waitForTasksToCompleteOnShutdown}
    public void send(String to) {
        mailSender.send(to);
    }
}
