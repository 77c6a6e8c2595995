package shop;

import org.springframework.messaging.simp.config.MessageBrokerRegistry;

class SimpleBroker {
    void configure(MessageBrokerRegistry registry) {
        // clean-next state/connection-registry -- the relay carries what matters
        registry.enableSimpleBroker("/local");
    }
}
