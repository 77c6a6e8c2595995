package shop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
class ReportService {

    void report() {
        // expect-next work/unmanaged-thread info
        ExecutorService pool = Executors.newCachedThreadPool();
        pool.submit(() -> System.out.println("report"));
    }

    void ended() {
        // clean-next work/unmanaged-thread -- shut down at the end of the call
        ExecutorService pool = Executors.newFixedThreadPool(4);
        pool.submit(() -> System.out.println("report"));
        pool.shutdown();
    }
}

class Tool {
    // clean-next work/unmanaged-thread -- a program of its own, no request
    void run() {
        new Thread(() -> System.out.println("tool")).start();
    }
}
