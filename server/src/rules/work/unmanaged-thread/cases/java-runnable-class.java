package shop;

import org.springframework.mail.javamail.JavaMailSenderImpl;

class Notification implements Action, Runnable {

    private final JavaMailSenderImpl mailSender;
    private final String mail;

    Notification(JavaMailSenderImpl mailSender, String mail) {
        this.mailSender = mailSender;
        this.mail = mail;
    }

    void notifyAll(JavaMailSenderImpl sender, String mail) {
        // expect-next work/unmanaged-thread warning {work=mailSender.send()}
        Thread thread = new Thread(new Notification(sender, mail));
        thread.start();
    }

    @Override
    public void run() {
        mailSender.send(mail);
    }
}
