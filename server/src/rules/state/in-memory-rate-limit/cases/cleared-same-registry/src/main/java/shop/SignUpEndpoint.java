package shop;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

class SignUpEndpoint {
    private RateLimiterRegistry registry;

    boolean signUp(String clientIp) {
        // clean-next state/in-memory-rate-limit -- the same registry, told at its first place
        return registry.rateLimiter("sign-up-" + clientIp, "sign-up").acquirePermission();
    }
}
