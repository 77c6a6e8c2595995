package shop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

@Component
class TotalsRecalculator {

    private OrderDAO orderDAO;
    // expect-next work/unmanaged-thread warning {work=orderDAO.updateTotals()}
    private ExecutorService executor = Executors.newSingleThreadExecutor();

    void recalculate(long order) {
        executor.execute(task(order));
    }

    private Runnable task(long order) {
        return new Runnable() {
            @Override
            public void run() {
                again(order);
            }

            private void again(long order) {
                orderDAO.updateTotals(order);
            }
        };
    }
}
