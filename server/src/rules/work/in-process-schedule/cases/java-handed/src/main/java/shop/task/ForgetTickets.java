package shop.task;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class ForgetTickets implements Runnable {
    private final Map<String, Long> tickets = new ConcurrentHashMap<>();

    @Override
    public void run() {
        tickets.clear();
    }
}
