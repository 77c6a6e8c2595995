package shop.order;

import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.springframework.stereotype.Service;

@Service
public class LockingService {
    private final RedissonClient redisson;
    private final InvoiceMapper invoiceMapper;

    public LockingService(RedissonClient redisson, InvoiceMapper invoiceMapper) {
        this.redisson = redisson;
        this.invoiceMapper = invoiceMapper;
    }

    public void issueInvoices() {
        RLock lock = redisson.getLock("invoices");
        if (lock.tryLock()) {
            try {
                invoiceMapper.insertDue();
            } finally {
                lock.unlock();
            }
        }
    }
}
