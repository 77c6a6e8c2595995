package shop;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private RateLimiterRegistry registry;

    // expect-next state/in-memory-rate-limit warning {name=search}
    @RateLimiter(name = "search")
    @GetMapping("/search")
    String search(String userId) {
        // expect-next state/in-memory-rate-limit warning {type=SearchController}
        registry.rateLimiter(userId);
        // clean-next state/in-memory-rate-limit -- told once for the class
        registry.rateLimiter("comments-" + userId);
        // clean-next state/in-memory-rate-limit -- one limiter under a fixed name, for what this pod calls
        registry.rateLimiter("maps");
        return "";
    }
}

@Service
class MapsService {
    // clean-next state/in-memory-rate-limit -- limits what this pod sends out
    @RateLimiter(name = "maps")
    String locate(String address) {
        return "";
    }
}
