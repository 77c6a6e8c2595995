package shop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.springframework.stereotype.Service;

@Service
class PriceBook {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReadWriteLock pages = new ReentrantReadWriteLock();
    private final StampedLock stamps = new StampedLock();
    private final Map<String, Page> known = new HashMap<>();
    private PageRepository rows;

    void reload(String name) {
        // expect-next work/process-local-lock warning {lock=lock.writeLock().lock()}
        lock.writeLock().lock();
        //               ^^^^
        try {
            Page page = rows.findByName(name);
            rows.save(page);
            known.put(name, page);
        } finally {
            // clean-next work/process-local-lock -- gives the lock back
            lock.writeLock().unlock();
        }
    }

    void reloadOnce(String name) {
        // clean-next work/process-local-lock -- the method that it calls takes the same lock around the work
        lock.writeLock().lock();
        try {
            if (!known.containsKey(name)) reload(name);
        } finally {
            lock.writeLock().unlock();
        }
    }

    Page look(String name) {
        reloadOnce(name);
        // clean-next work/process-local-lock -- readers keep no reader apart
        lock.readLock().lock();
        try {
            return known.get(name);
        } finally {
            lock.readLock().unlock();
        }
    }

    void remove(String name) {
        Page page;
        // clean-next work/process-local-lock -- guards the map alone: the rows are read and written after it is given back
        pages.writeLock().lock();
        try {
            page = known.remove(name);
        } finally {
            pages.writeLock().unlock();
        }
        if (page != null && rows.existsByName(name)) rows.delete(page);
    }

    void rename(String from, String to) {
        // expect-next work/process-local-lock warning
        pages.writeLock().lock();
        try {
            Page page = rows.findByName(from);
            page.setName(to);
            rows.save(page);
        } finally {
            pages.writeLock().unlock();
        }
    }

    void count(String name) {
        // expect-next work/process-local-lock warning {lock=stamps.writeLock()}
        long stamp = stamps.writeLock();
        try {
            Page page = rows.findByName(name);
            page.setReads(page.getReads() + 1);
            rows.save(page);
        } finally {
            stamps.unlockWrite(stamp);
        }
    }
}
