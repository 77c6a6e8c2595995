package shop;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

class LoginEndpoint {
    private RateLimiterRegistry registry;

    boolean login(String clientIp) {
        // expect-next state/in-memory-rate-limit warning {type=LoginEndpoint}
        return registry.rateLimiter("login-" + clientIp, "login").acquirePermission();
    }
}
