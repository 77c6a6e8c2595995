package shop.work;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.annotation.PostConstruct;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Service
class MailSender {
    // expect-next state/in-memory-queue warning {field=outbox, type=MailSender}
    private final BlockingQueue<Mail> outbox = new LinkedBlockingQueue<>();
    //                                ^^^^^^

    @PostConstruct
    void start() {
        new Thread(() -> {
            while (true) {
                deliver(outbox.take());
            }
        }).start();
    }

    public void send(Mail mail) {
        outbox.offer(mail);
    }

    private void deliver(Mail mail) {
    }
}

@RestController
class Uploads {
    // expect-next state/in-memory-queue error {field=waiting}
    private final Queue<Upload> waiting = new ConcurrentLinkedQueue<>();

    @PostMapping("/uploads")
    void accept(Upload upload) {
        waiting.add(upload);
    }

    @Scheduled(fixedDelay = 1000)
    void work() {
        Upload next = waiting.poll();
        if (next != null) {
            next.store();
        }
    }
}

@Service
class Deadlines {
    // clean-next state/in-memory-queue -- loaded again from the database at every start
    private final BlockingQueue<Order> unpaid = new LinkedBlockingQueue<>();
    private final OrderRepository orderRepository;

    Deadlines(OrderRepository orderRepository) {
        this.orderRepository = orderRepository;
    }

    @PostConstruct
    void load() {
        unpaid.addAll(orderRepository.findUnpaid());
    }

    public void placed(Order order) {
        unpaid.add(order);
    }

    @Scheduled(fixedDelay = 60000)
    void cancel() {
        unpaid.poll();
    }
}

@Component
class AccessLog {
    // clean-next state/in-memory-queue -- what the process notes about itself
    private final BlockingQueue<String> logLines = new LinkedBlockingQueue<>();

    public void add(String line) {
        logLines.add(line);
    }

    @Scheduled(fixedDelay = 1000)
    void flush() {
        logLines.poll();
    }
}

@Service
class Exporter {
    void export(List<Order> orders) {
        // clean-next state/in-memory-queue -- a pipeline inside one call
        BlockingQueue<Order> pipe = new LinkedBlockingQueue<>();
        pipe.addAll(orders);
        while (!pipe.isEmpty()) {
            pipe.poll();
        }
    }
}

@Singleton
class ImportTimer {
    // expect-next state/in-memory-queue warning {field=imports} -- one at each tick of a timer
    private final LinkedBlockingQueue<String> imports = new LinkedBlockingQueue<String>();

    public void queue(String file) {
        imports.add(file);
    }

    @Asynchronous
    public void tick(@Observes @Scheduled Tick tick) {
        importNext();
    }

    private void importNext() {
        String file = imports.poll();
        if (!files.importNext(file)) {
            imports.add(file);
        }
    }
}

@Singleton
class Desk {
    // clean-next state/in-memory-queue -- callers take one when they want one
    private final LinkedBlockingQueue<String> tickets = new LinkedBlockingQueue<String>();

    public void put(String ticket) {
        tickets.add(ticket);
    }

    public String next() {
        return takeNext();
    }

    private String takeNext() {
        return tickets.poll();
    }
}
