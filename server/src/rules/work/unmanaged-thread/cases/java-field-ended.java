package shop;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
class AuditService {
    // clean-next work/unmanaged-thread -- ended with the bean
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private AuditRepository audits;

    void audit(Audit audit) {
        pool.submit(() -> audits.save(audit));
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}
