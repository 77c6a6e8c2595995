package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Settlements {
    private ExecutorService executor;

    @PostMapping("/settlements")
    public String settle(String month) {
        // expect-next state/in-memory-queue warning {method=settle, count=1}
        executor.submit(() -> compute(month));
        return "accepted";
    }

    @GetMapping("/settlements")
    public String read(String month) throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> compute(month));
        // clean-next state/in-memory-queue -- the request waits for the result
        executor.submit(task);
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> compute(month));
        return task.get() + other.get();
    }

    private String compute(String month) {
        return month;
    }
}
