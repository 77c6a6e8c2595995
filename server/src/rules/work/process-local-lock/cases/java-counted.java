package shop.keys;

import org.springframework.cache.Cache;

class CachedKeys {
    private Cache cache;
    private KeyDAO keyDAO;

    // expect-next work/process-local-lock warning {read=get()}
    public synchronized int next() {
        Integer last = cache.get("key", Integer.class);
        Integer nextValue = last + 1;
        cache.put("key", nextValue);
        keyDAO.updateKey(nextValue);
        return nextValue;
    }

    // clean-next work/process-local-lock -- the number that is written is the caller's
    public synchronized int raise(int last) {
        int next = last + 1;
        keyDAO.updateKey(next);
        return next;
    }

    // clean-next work/process-local-lock -- counts in memory alone, which another rule tells
    public synchronized int visits() {
        Integer last = cache.get("visits", Integer.class);
        Integer next = last + 1;
        cache.put("visits", next);
        return next;
    }

    // clean-next work/process-local-lock -- writes what it is given, whole
    public synchronized void replace(int key) {
        keyDAO.updateKey(key);
    }
}
