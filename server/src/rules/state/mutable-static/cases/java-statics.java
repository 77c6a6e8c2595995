package shop.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

public class ImportProgress {
    // expect-next state/mutable-static error {field=progress, type=ImportProgress}
    private static final Map<String, Double> progress = new HashMap<>();
    //                                       ^^^^^^^^ -- carets pin the exact span

    // expect-next state/mutable-static error
    static List<String> recentOrders = Collections.synchronizedList(new LinkedList<String>());

    // expect-next state/mutable-static error
    private static final Map<String, List<String>> followers = new ConcurrentHashMap<>();

    // expect-next state/mutable-static error
    private static final Map<String, Cart> carts = new ConcurrentHashMap<>();

    // expect-next state/mutable-static warning
    private static final AtomicReference<String> notice = new AtomicReference<>("");

    // expect-next state/mutable-static warning
    private static final String[] seats = new String[100];

    // clean-next state/mutable-static -- the rule for limits speaks of it
    private static final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    // expect-next state/mutable-static warning {field=logins}
    private static final Map<String, Integer> logins = new HashMap<>();

    // clean-next state/mutable-static -- the rule for numbers speaks of it
    private static long nextOrderNumber = 1000;

    // expect-next state/mutable-static warning {field=lastBuyer}
    private static String lastBuyer;

    static void step(String job, int done, int total) {
        progress.put(job, done * 100.0 / total);
    }

    static void ordered(String order, String buyer) {
        recentOrders.add(0, order);
        lastBuyer = buyer;
    }

    static void follow(String who, String follower) {
        followers.computeIfAbsent(who, key -> new ArrayList<>()).add(follower);
    }

    static Cart cartOf(String user) {
        Cart cart = carts.get(user);
        if (cart == null) {
            cart = new Cart();
            carts.put(user, cart);
        }
        return cart;
    }

    static void announce(String text) {
        notice.set(text);
    }

    static void reserve(int seat, String who) {
        seats[seat] = who;
    }

    static boolean failed(String user) {
        attempts.computeIfAbsent(user, key -> new AtomicInteger()).incrementAndGet();
        attempts.putIfAbsent(user, new AtomicInteger(1));
        logins.merge(user, 1, Integer::sum);
        return attempts.get(user).get() > 5;
    }

    static long newOrderNumber() {
        return nextOrderNumber++;
    }
}
