package shop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
class AuditService {
    // expect-next work/unmanaged-thread warning
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private AuditRepository audits;

    void audit(Audit audit) {
        pool.submit(() -> audits.save(audit));
    }
}
