package shop;

import org.springframework.stereotype.Service;

@Service("exports")
public class ExportService {
    private final ClusterLockService clusterLocks;

    ExportService(ClusterLockService clusterLocks) {
        this.clusterLocks = clusterLocks;
    }

    // The XML means a bean of another name.
    public void write() {
        clusterLocks.doInTryLock("export", () -> {});
    }
}
