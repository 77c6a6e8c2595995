package org.acme.progress;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ProgressService {
    // expect-next state/mutable-static error {field=feeds} -- a later request asks by the id that this one was given
    private static Map<String, ProgressFeed> feeds = new ConcurrentHashMap<>();

    // clean-next state/mutable-static -- parts of the program, under their own names
    private static Map<String, FeedListener> listeners = new ConcurrentHashMap<>();

    public String registerFeed(String name, int total) {
        ProgressFeed feed = new ProgressFeed();
        feed.setName(name);
        feed.setTotal(total);
        String token = UUID.randomUUID().toString();
        feeds.put(token, feed);
        return token;
    }

    public void registerListener(String name, FeedListener listener) {
        listeners.put(name, listener);
    }

    public int done(String token) {
        return feeds.get(token).getDone();
    }
}

class Basket {
    // expect-next state/mutable-static error {field=itemsOfUser} -- the one object is open to all
    private Map<String, String> itemsOfUser = new ConcurrentHashMap<>();

    public static final Basket instance = new Basket();

    public void put(String user, String item) {
        itemsOfUser.put(user, item);
    }

    public String get(String user) {
        return itemsOfUser.get(user);
    }
}
