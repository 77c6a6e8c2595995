package shop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;

@Service
class OrderService {

    private JavaMailSender mailSender;
    private ThreadPoolTaskExecutor taskExecutor;

    void order(Order order) {
        // expect-next work/unmanaged-thread warning {work=mailSender.send()}
        new Thread(() -> mailSender.send(order.mail())).start();
        //  ^^^^^^
    }

    void report() {
        // clean-next work/unmanaged-thread -- a related place of the one above
        ExecutorService pool = Executors.newCachedThreadPool();
        pool.submit(() -> System.out.println("report"));
    }

    void managed(Order order) {
        // clean-next work/unmanaged-thread -- the container's executor is bounded and waits
        taskExecutor.execute(() -> mailSender.send(order.mail()));
    }

    void stop() {
        // clean-next work/unmanaged-thread -- ends the process, so that it cannot pile up
        new Thread(() -> System.exit(1)).start();
    }

    void waited() throws InterruptedException {
        // clean-next work/unmanaged-thread -- the caller waits
        Thread worker = new Thread(() -> System.out.println("x"));
        worker.start();
        worker.join();
    }
}
