package shop;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
public class Mails {
    @Async
    // clean-next state/in-memory-queue -- without @EnableAsync the caller does the work itself
    public void send(String to) {
    }
}
