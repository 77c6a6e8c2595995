package org.acme.ratelimiting.tracking;

import java.util.HashMap;
import java.util.Map;

/** Made by hand and held by the filter's manager. */
public class LimitersByCaller {
    // expect-next state/in-memory-rate-limit warning {name=limiters}
    private final Map<Caller, WindowLimiter> limiters = new HashMap<>();

    public boolean refuses(Caller caller) {
        return find(caller).isExhausted();
    }

    private synchronized WindowLimiter find(Caller caller) {
        WindowLimiter limiter = limiters.get(caller);
        if (limiter == null) {
            limiter = new WindowLimiter(caller);
            limiters.put(caller, limiter);
        }
        return limiter;
    }
}

class RequestPlan {
    // clean-next state/in-memory-rate-limit -- gathered for one request by one thread
    private final Map<String, WindowLimiter> chosen = new HashMap<>();

    void choose(String path, WindowLimiter limiter) {
        chosen.put(path, limiter);
    }
}
