package shop;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

public class NonceService {
    // expect-next state/in-memory-token error {field=nonces}
    private final Map<String, Long> nonces = new ConcurrentHashMap<>();

    public String generate(long maxAge) {
        String nonce = UUID.randomUUID().toString();
        nonces.put(nonce, System.currentTimeMillis() + maxAge);
        return nonce;
    }

    public boolean isValid(String nonce) {
        Long expires = nonces.remove(nonce);
        return expires != null && expires > System.currentTimeMillis();
    }
}
