package shop;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
class Payments {
    private final Set<String> processedRequestIds = ConcurrentHashMap.newKeySet();

    void pay(String requestId) {
        if (!processedRequestIds.add(requestId)) {
            return;
        }
        charge();
    }

    private void charge() {
    }
}
