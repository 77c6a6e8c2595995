package shop;

import com.google.common.util.concurrent.RateLimiter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.HandlerInterceptor;

@Component
class RateInterceptor implements HandlerInterceptor {
    // expect-next state/in-memory-rate-limit warning {type=RateInterceptor}
    private final RateLimiter limiter = RateLimiter.create(10);
    //                                  ^^^^^^^^^^^ -- the class
}

@Service
class UserLimits {
    // expect-next state/in-memory-rate-limit warning {name=byUser}
    private final Map<String, RateLimiter> byUser = new ConcurrentHashMap<>();

    boolean allows(String user) {
        return byUser.computeIfAbsent(user, key -> RateLimiter.create(5)).tryAcquire();
    }
}

@Service
class SmsSender {
    // clean-next state/in-memory-rate-limit -- spares the provider that this pod calls
    private final RateLimiter limiter = RateLimiter.create(10);
}
