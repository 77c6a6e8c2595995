package shop;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
public class Mails {
    @Async
    // expect-next state/in-memory-queue info {method=send} -- a shutdown waits, a crash does not
    public void send(String to) {
    }
}
