package shop.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.jsonwebtoken.Jwts;
import java.io.File;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpSession;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

class Sealer {
    private static final SecretKey KEY;

    static {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            // expect-next state/generated-secret error
            KEY = generator.generateKey();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] seal(byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES");
        cipher.init(Cipher.ENCRYPT_MODE, KEY);
        return cipher.doFinal(text);
    }
}

@Component
class TokenProvider {
    private final SecretKey signingKey;

    TokenProvider(@Value("${token.secret}") String secret) {
        // clean-next state/generated-secret -- only the name of the algorithm is taken from the key
        signingKey = new SecretKeySpec(secret.getBytes(), Jwts.SIG.HS256.key().build().getAlgorithm());
    }
}

@Configuration
class AuthorizationServer {
    @Value("${auth.key:}")
    private String configured;

    @Bean
    JWKSet jwks() throws Exception {
        // expect-next state/generated-secret error
        RSAKey key = new RSAKeyGenerator(2048).keyID("shop").generate();
        return new JWKSet(key);
    }

    @Bean
    KeyPair pair() throws Exception {
        if (!configured.isEmpty()) {
            return read(configured);
        }
        return ephemeral();
    }

    private KeyPair ephemeral() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // expect-next state/generated-secret warning
        return generator.generateKeyPair();
    }

    private KeyPair read(String text) {
        return null;
    }
}

class CipherFile {
    private final File file = new File("conf/cipher");

    byte[] key() throws Exception {
        if (file.exists()) {
            return Files.readAllBytes(file.toPath());
        }
        // expect-next state/generated-secret error
        byte[] made = KeyGenerator.getInstance("AES").generateKey().getEncoded();
        Files.write(file.toPath(), made);
        return made;
    }
}

@Configuration
class Shiro {
    @Value("${shiro.key:}")
    private String configured;

    @Bean
    CookieRememberMeManager remembering() {
        CookieRememberMeManager manager = new CookieRememberMeManager();
        if (!configured.isEmpty()) {
            manager.setCipherKey(configured.getBytes());
        } else {
            // expect-next state/generated-secret warning
            manager.setCipherKey(new AesCipherService().generateNewKey(128).getEncoded());
        }
        return manager;
    }
}

@Configuration
class ShiroDefault {
    @Bean
    CookieRememberMeManager remembering() {
        // expect-next state/generated-secret error
        return new CookieRememberMeManager();
    }
}

class Secrets {
    // expect-next state/generated-secret warning -- of the same class as the next
    private static final String JWT_SECRET = UUID.randomUUID().toString();
    // clean-next state/generated-secret -- the name of this process, no secret
    private static final String INSTANCE_ID = UUID.randomUUID().toString();
    // expect-next state/generated-secret error
    private static final SecretKey SIGNING = Jwts.SIG.HS256.key().build();
}

class LoginForm {
    void open(HttpSession session) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // clean-next state/generated-secret -- lives with the user's session
        KeyPair pair = generator.generateKeyPair();
        session.setAttribute("rsa", pair.getPrivate());
    }
}
