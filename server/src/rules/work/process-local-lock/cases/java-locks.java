package shop;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

@Service
class StockService {

    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentHashMap<Long, Lock> locks = new ConcurrentHashMap<>();
    private StockRepository stocks;
    private SequenceMapper sequenceMapper;
    private PriceRepository prices;
    private RedissonClient redisson;
    private volatile PriceList priceList;

    // expect-next work/process-local-lock warning {read=stocks.findById()}
    public synchronized void take(long id, int count) {
        //                   ^^^^
        Stock stock = stocks.findById(id);
        if (stock.getCount() < count) throw new IllegalStateException("sold out");
        stock.setCount(stock.getCount() - count);
        stocks.save(stock);
    }

    public long nextOrderNumber() {
        // expect-next work/process-local-lock warning
        synchronized (this) {
            long next = sequenceMapper.selectNumber() + 1;
            sequenceMapper.updateNumber(next);
            return next;
        }
    }

    public void reserve(long id) {
        // expect-next work/process-local-lock warning {lock=lock.lock()}
        lock.lock();
        try {
            if (!stocks.existsById(id)) stocks.insert(id);
        } finally {
            lock.unlock();
        }
    }

    public void move(long id) {
        Lock own = locks.computeIfAbsent(id, key -> new ReentrantLock());
        // expect-next work/process-local-lock warning
        own.lock();
        try {
            write(id);
        } finally {
            own.unlock();
        }
    }

    private void write(long id) {
        Stock stock = stocks.findById(id);
        stocks.save(stock);
    }

    // clean-next work/process-local-lock -- fills memory of its own
    public synchronized PriceList prices() {
        if (priceList == null) priceList = new PriceList(prices.findAll());
        return priceList;
    }

    // clean-next work/process-local-lock -- the database locks the row
    public synchronized void takeLocked(long id) {
        Stock stock = stocks.findByIdForUpdate(id);
        stocks.save(stock);
    }

    // clean-next work/process-local-lock -- whoever comes second is told by the database
    public synchronized void register(String name) {
        try {
            if (!stocks.existsByName(name)) stocks.insert(name);
        } catch (org.springframework.dao.DuplicateKeyException taken) {
            throw new IllegalStateException(name);
        }
    }

    public void takeShared(long id) {
        Lock shared = redisson.getLock("stock:" + id);
        // clean-next work/process-local-lock -- all replicas share it
        shared.lock();
        try {
            write(id);
        } finally {
            shared.unlock();
        }
    }

    // clean-next work/process-local-lock -- only writes, so there is nothing to decide
    public synchronized void log(Visit visit) {
        stocks.insert(visit);
    }

    public void once(Stock stock) {
        Object monitor = new Object();
        // clean-next work/process-local-lock -- a lock that nobody else holds
        synchronized (monitor) {
            stocks.findById(1L);
            stocks.save(stock);
        }
    }
}
