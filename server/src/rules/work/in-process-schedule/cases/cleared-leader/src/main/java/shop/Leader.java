package shop;

import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;

class Leader {
    Object initiator(Object locks) {
        return new LockRegistryLeaderInitiator(locks);
    }
}
