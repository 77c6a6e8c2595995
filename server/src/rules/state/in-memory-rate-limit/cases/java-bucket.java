package shop;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

public class ThrottleFilter extends OncePerRequestFilter {
    Bucket newBucket() {
        // expect-next state/in-memory-rate-limit warning {type=ThrottleFilter}
        return Bucket.builder().addLimit(Bandwidth.builder().capacity(20).refillGreedy(20, Duration.ofMinutes(1)).build()).build();
    }
}
