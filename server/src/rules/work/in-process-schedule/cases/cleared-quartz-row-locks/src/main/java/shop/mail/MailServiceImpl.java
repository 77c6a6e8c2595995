package shop.mail;

import org.springframework.stereotype.Service;

@Service
public class MailServiceImpl implements MailService {
    private final MailRepository repository;

    public MailServiceImpl(MailRepository repository) {
        this.repository = repository;
    }

    @Override
    public void sendWaiting() {
        repository.nextWaiting().forEach(repository::delete);
    }
}
