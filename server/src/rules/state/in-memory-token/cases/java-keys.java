package shop.auth;

import java.security.Key;
import java.security.spec.KeySpec;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import org.springframework.stereotype.Service;

class TokenSigner {
    // expect-next state/in-memory-token error {field=keysOfUsers}
    private static final Map<String, Key> keysOfUsers = new HashMap<>();

    static String sign(String user) throws Exception {
        Key key = KeyGenerator.getInstance("HmacSHA512").generateKey();
        keysOfUsers.put(user, key);
        return Signer.sign(user, key);
    }

    static boolean verify(String user, String text) {
        return keysOfUsers.containsKey(user) && Signer.verify(text, keysOfUsers.get(user));
    }
}

@Service
class TokenPasswords {
    // clean-next state/in-memory-token -- derived from what every replica is given: all come to the same key
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    SecretKey of(String password, KeySpec spec) throws Exception {
        SecretKey known = derived.get(password);
        if (known == null) {
            known = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
            derived.put(password, known);
        }
        return known;
    }
}

@Service
class TokenShelf {
    // clean-next state/in-memory-token -- public keys that another server publishes
    private final Map<String, Key> published = new ConcurrentHashMap<>();

    Key of(String id, KeyServer server) {
        return published.containsKey(id) ? published.get(id) : keep(id, server.fetch(id));
    }

    private Key keep(String id, Key key) {
        published.put(id, key);
        return key;
    }
}
