package shop;

import org.springframework.messaging.simp.config.MessageBrokerRegistry;

class Relay {
    void configure(MessageBrokerRegistry registry) {
        registry.enableStompBrokerRelay("/topic").setRelayHost("rabbitmq");
    }
}
