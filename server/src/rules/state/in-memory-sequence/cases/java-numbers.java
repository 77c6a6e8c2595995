package shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.springframework.stereotype.Service;

@Service
class OrderService {
    // expect-next state/in-memory-sequence error {field=lastOrderNo, type=OrderService}
    private final AtomicLong lastOrderNo = new AtomicLong(1000);
    //                       ^^^^^^^^^^^

    Order place() {
        Order order = new Order();
        order.setOrderNo("ORD-" + lastOrderNo.incrementAndGet());
        return order;
    }
}

class Invoices {
    // expect-next state/in-memory-sequence error {field=counter}
    private static int counter = 0;

    static synchronized String nextInvoiceNumber(String day) {
        return day + String.format("%05d", ++counter);
    }
}

class MemberDao {
    // expect-next state/in-memory-sequence warning {field=sequence}
    private static long sequence = 1;

    void insert(Member member) {
        long id = sequence++;
        member.setId(id);
    }
}

class Keys {
    // expect-next state/in-memory-sequence warning {field=next}
    private static long next;

    static long nextId() {
        return ++next;
    }
}

class Worker implements Runnable {
    // clean-next state/in-memory-sequence -- names threads
    private static final AtomicInteger number = new AtomicInteger();

    public void run() {
        new Thread(this, "worker-" + number.incrementAndGet()).start();
    }
}

@Service
class Statistics {
    // clean-next state/in-memory-sequence -- counts what happened
    private final AtomicLong orderCount = new AtomicLong();
    // clean-next state/in-memory-sequence -- says in which order requests came, for the log
    private final AtomicLong requestId = new AtomicLong();
    // clean-next state/in-memory-sequence -- picks one after the other
    private final AtomicInteger nextNo = new AtomicInteger();
    private final List<String> hosts = new ArrayList<>();

    void handled(Logger log) {
        log.info("orders {}", orderCount.incrementAndGet());
    }

    long newRequestId() {
        return requestId.incrementAndGet();
    }

    String nextHostNo() {
        return hosts.get(nextNo.getAndIncrement() % hosts.size());
    }
}

class UserNames {
    // clean-next state/in-memory-sequence -- joined with the host and the time it need not be unique by itself
    private static int count = 0;

    static String newUserId() {
        return "u" + hostName() + System.currentTimeMillis() + count++;
    }

    private static String hostName() {
        return "a";
    }
}

class Form {
    // clean-next state/in-memory-sequence -- numbers of one object's rows
    private int rowNo;

    int nextRowNo() {
        return ++rowNo;
    }
}

@org.springframework.stereotype.Component
class InvoiceNumberGenerator {
    // expect-next state/in-memory-sequence warning {field=sequenceCounter} -- a restart repeats nothing, but two replicas look at the same time
    private final AtomicLong sequenceCounter = new AtomicLong(0);
    // expect-next state/in-memory-sequence error {field=numberCounter} -- nobody looks
    private final AtomicLong numberCounter = new AtomicLong(0);
    // clean-next state/in-memory-sequence -- numbers of the process itself
    private final AtomicLong requestCounter = new AtomicLong(0);

    public synchronized String generate() {
        String invoiceNumber;
        do {
            long sequence = sequenceCounter.incrementAndGet();
            invoiceNumber = String.format("INV-%06d", sequence);
        } while (invoiceRepository.existsByInvoiceNumber(invoiceNumber));
        return invoiceNumber;
    }

    public String next() {
        long sequence = numberCounter.incrementAndGet();
        String receiptNumber = String.format("R-%06d", sequence);
        return receiptNumber;
    }

    public String request() {
        long sequence = requestCounter.incrementAndGet();
        String requestNumber = String.format("Q-%06d", sequence);
        return requestNumber;
    }
}
