package shop.job;

public class MailJob {

    private MailRepository mailRepository;

    public void deliver() {
        for (Mail mail : mailRepository.nextBatch()) mailRepository.markSent(mail.getId());
    }
}
