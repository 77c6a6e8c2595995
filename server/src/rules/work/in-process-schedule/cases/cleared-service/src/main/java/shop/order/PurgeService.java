package shop.order;

import java.time.Instant;
import org.springframework.stereotype.Service;

@Service
public class PurgeService {
    private final CartRepository cartRepository;

    public PurgeService(CartRepository cartRepository) {
        this.cartRepository = cartRepository;
    }

    public void removeExpired() {
        cartRepository.deleteByExpiresAtBefore(Instant.now());
    }
}
