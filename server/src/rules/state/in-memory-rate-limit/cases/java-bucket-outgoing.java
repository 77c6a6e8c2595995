package shop;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

public class PaymentApiClient {
    Bucket newBucket() {
        // clean-next state/in-memory-rate-limit -- spares the other side; every pod has its own share of it
        return Bucket.builder().addLimit(Bandwidth.builder().capacity(20).refillGreedy(20, Duration.ofMinutes(1)).build()).build();
    }
}
