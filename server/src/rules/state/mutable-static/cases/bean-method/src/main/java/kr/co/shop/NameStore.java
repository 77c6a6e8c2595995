package kr.co.shop;

import java.util.concurrent.ConcurrentHashMap;

public class NameStore {
    // clean-next state/mutable-static -- the bean method calls what fills it
    private final ConcurrentHashMap<String, String> buyers = new ConcurrentHashMap<>();

    public void reserve(String item, String user) {
        buyers.put(item, user);
    }

    public String buyerOf(String item) {
        return buyers.get(item);
    }

    public void release(String item) {
        buyers.remove(item);
    }
}
