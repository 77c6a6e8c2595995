package shop.mail;

public interface MailService {
    void sendWaiting();
}
