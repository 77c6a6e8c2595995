package shop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.ejb.Singleton;

@Singleton
class RecordLocks {

    // expect-next state/mutable-static error {field=locks} -- who works on which record: the other replica lets somebody else in
    private Map<String, Lock> locks = new HashMap<>();

    // clean-next state/mutable-static -- threads of this process wait at these
    private Map<String, WriteLock> writers = new HashMap<>();

    public Lock get(String key) {
        return locks.get(key);
    }

    public void add(Lock lock) {
        if (locks.containsKey(lock.key)) throw new IllegalStateException(lock.key);
        locks.put(lock.key, lock);
    }

    public void remove(String key) {
        locks.remove(key);
    }

    public void write(String key) {
        writers.put(key, new WriteLock());
    }

    public static class Lock {
        protected String key;
        protected long expires;
        protected String username;
        protected String sessionId;
    }

    static class WriteLock {
        private final ReentrantLock inner = new ReentrantLock();
        private int waiting;
    }
}
