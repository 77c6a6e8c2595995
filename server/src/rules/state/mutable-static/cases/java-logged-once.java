package shop.publish;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
class Publishing {
    // clean-next state/mutable-static -- decides only whether a line goes to the log
    private final Map<String, LocalDate> lastLoggedSkips = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning {field=lastLoggedIn} -- decides what users are shown
    private final Map<String, LocalDate> lastLoggedIn = new ConcurrentHashMap<>();

    private boolean shouldSkipLogging(String name, LocalDate today) {
        LocalDate last = lastLoggedSkips.put(name, today);
        return today.equals(last);
    }

    boolean isFirstVisit(String user, LocalDate today) {
        return lastLoggedIn.put(user, today) == null;
    }
}
