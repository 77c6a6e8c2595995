package org.acme.messages;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
class MessageSender {
    private final MessageRepository messages;

    // clean-next state/in-memory-queue -- whoever finds it full goes on without
    private final BlockingQueue<Long> toClean = new LinkedBlockingQueue<>(100);

    // expect-next state/in-memory-queue warning {field=toSend}
    private final BlockingQueue<Long> toSend = new LinkedBlockingQueue<>(100);

    // expect-next state/in-memory-queue warning {field=toPrint} -- another condition beside it says nothing of a full queue
    private final BlockingQueue<Long> toPrint = new LinkedBlockingQueue<>(100);

    MessageSender(MessageRepository messages) {
        this.messages = messages;
    }

    public void send(Message message) {
        Message stored = messages.save(message);
        if (!toClean.offer(stored.getId())) {
            logger.warn("queue is full, {} is not cleaned", stored.getId());
        }
        if (!toSend.offer(stored.getId())) {
            throw new IllegalStateException("queue is full");
        }
        if (!stored.isDraft() && toPrint.offer(stored.getId())) {
            logger.info("{} waits for the printer", stored.getId());
        }
    }

    @Scheduled(fixedDelay = 1000)
    void work() {
        messages.deleteBefore(toClean.poll());
        messages.deliver(toSend.poll());
        messages.print(toPrint.poll());
    }
}
