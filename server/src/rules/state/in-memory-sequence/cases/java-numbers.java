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
