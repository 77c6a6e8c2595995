package shop;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class ProductChanges {
    private final ProductCache cache;

    @KafkaListener(topics = "product-changed", groupId = "#{T(java.util.UUID).randomUUID()}")
    void changed(Long id) {
        cache.evict(id);
    }
}
