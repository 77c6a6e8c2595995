package shop.auth;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
class MailVerification {
    // expect-next state/in-memory-token error {field=verificationCodes, type=MailVerification}
    private final Map<String, String> verificationCodes = new ConcurrentHashMap<>();
    //                                ^^^^^^^^^^^^^^^^^

    void send(String mail, String code) {
        verificationCodes.put(mail, code);
    }

    boolean check(String mail, String code) {
        return code.equals(verificationCodes.get(mail));
    }
}

@Service
class OtpService {
    // expect-next state/in-memory-token error {field=issued}
    private final Cache<String, Integer> issued = CacheBuilder.newBuilder().build();

    void send(String phone, int number) {
        issued.put(phone, number);
    }

    boolean check(String phone, int number) {
        Integer known = issued.getIfPresent(phone);
        return known != null && known == number;
    }
}

class InMemoryOtpStore implements OtpStore {
    // expect-next state/in-memory-token warning -- another store can be chosen
    private static final Map<String, String> otps = new ConcurrentHashMap<>();

    public void put(String key, String otp) {
        otps.put(key, otp);
    }

    public String get(String key) {
        return otps.get(key);
    }
}

class SmsOtpSenders {
    // clean-next state/in-memory-token -- parts of the application
    private static final Map<String, OtpSender> byShop = new ConcurrentHashMap<>();

    static void put(String shop, OtpSender sender) {
        byShop.put(shop, sender);
    }

    static OtpSender get(String shop) {
        return byShop.get(shop);
    }
}

class CaptchaStore {
    // expect-next state/in-memory-token error {field=answers}
    private static final Map<String, CaptchaItem> answers = new HashMap<>();

    static void put(String key, CaptchaItem item) {
        answers.put(key, item);
    }

    static CaptchaItem get(String key) {
        return answers.remove(key);
    }
}

class ApiTokens {
    // expect-next state/in-memory-token error {field=tokens}
    private static final Map<String, String> tokens = new ConcurrentHashMap<>();

    static String issue(String user) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, user);
        return token;
    }

    static String userOf(String token) {
        return tokens.get(token);
    }
}

@Service
class Payments {
    // expect-next state/in-memory-token error {field=processedRequestIds}
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

@Service
class PartnerClient {
    // clean-next state/in-memory-token -- tokens of another system, which every replica may ask for
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();

    String tokenFor(String partner) {
        String known = accessTokens.get(partner);
        if (known == null) {
            known = fetch(partner);
            accessTokens.put(partner, known);
        }
        return known;
    }

    private String fetch(String partner) {
        return partner;
    }
}

class Messages {
    // clean-next state/in-memory-token -- filled at start
    private static final Map<String, String> errorCodes = new HashMap<>();

    static {
        errorCodes.put("E1", "Order not found");
    }

    static String text(String code) {
        return errorCodes.get(code);
    }
}

class TemplateText {
    // clean-next state/in-memory-token -- an object of its own for each text
    private final Map<String, String> resetTokens = new HashMap<>();

    void put(String key, String value) {
        resetTokens.put(key, value);
    }

    String get(String key) {
        return resetTokens.get(key);
    }
}

@Service
class LoginGuard {
    // clean-next state/in-memory-token -- counts attempts, which is about limits
    private final Map<String, Integer> loginAttempts = new ConcurrentHashMap<>();

    void failed(String user) {
        loginAttempts.merge(user, 1, Integer::sum);
    }

    boolean blocked(String user) {
        return loginAttempts.get(user) > 5;
    }
}

class SmsCodeSender {
    // expect-next state/in-memory-token error {field=sent} -- nothing says that there is one instance, but a cache is never made for one use
    // clean-next state/in-process-cache -- told once
    private final Cache<String, String> sent = CacheBuilder.newBuilder().expireAfterWrite(3, TimeUnit.MINUTES).build();

    void send(String phone, String code) {
        sent.put(phone, code);
    }

    boolean check(String phone, String code) {
        return code.equals(sent.getIfPresent(phone));
    }
}

class PasswordReset {
    // expect-next state/in-memory-token error {field=resetHashMap}
    static final Map<String, String> resetHashMap = new HashMap<>();

    static void remember(String user, String hash) {
        resetHashMap.put(user, hash);
    }

    static boolean isValid(String user, String hash) {
        return hash.equals(resetHashMap.get(user));
    }
}

@Service
class LogoutService {
    // expect-next state/in-memory-token error {field=blacklistedTokens}
    private final Set<String> blacklistedTokens = ConcurrentHashMap.newKeySet();

    void logout(String token) {
        blacklistedTokens.add(token);
    }

    boolean isLoggedOut(String token) {
        return blacklistedTokens.contains(token);
    }
}
