package shop;

import com.auth0.jwt.algorithms.Algorithm;
import com.zaxxer.hikari.HikariConfig;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;

class Handed {
    // expect-next config/hard-coded-credential warning {name=SECRET}
    private static final String SECRET = "shop-signing";
    //                                   ^^^^^^^^^^^^^^
    // clean-next config/hard-coded-credential -- the setting decides
    @Value("${shop.key:}") private String key;

    // clean-next config/hard-coded-credential -- the name of a setting
    private static final String DOWNLOAD_PASSWORD = "shop.download.password";

    PasswordAuthentication download() {
        return new PasswordAuthentication("shop", DOWNLOAD_PASSWORD.toCharArray());
    }

    Algorithm algorithm() {
        return Algorithm.HMAC256(SECRET);
    }

    SecretKeySpec named(Object[] sources) throws Exception {
        final String secret = (String) sources[1];
        // clean-next config/hard-coded-credential -- the caller gives the key; the literal names its encoding
        return new SecretKeySpec((secret).getBytes("UTF-8"), "HmacSHA256");
    }

    SecretKeySpec spec(byte[] given) {
        // clean-next config/hard-coded-credential -- the caller gives the key
        SecretKeySpec own = new SecretKeySpec(given, "AES");
        // expect-next config/hard-coded-credential
        return own.getAlgorithm() == null ? own : new SecretKeySpec("q8Zx!kw2".getBytes(), "AES");
    }

    javax.crypto.spec.PBEKeySpec derived(byte[] salt) {
        // expect-next config/hard-coded-credential
        return new javax.crypto.spec.PBEKeySpec("Sh0p-0rders".toCharArray(), salt, 1000, 256);
    }

    KeyStore.PasswordProtection store() {
        // expect-next config/hard-coded-credential
        return new KeyStore.PasswordProtection("Sh0p-keys".toCharArray());
    }

    Connection connect(String url) throws Exception {
        // expect-next config/hard-coded-credential
        return DriverManager.getConnection(url, "shop", "tiger");
    }

    Connection configured(String url) throws Exception {
        // clean-next config/hard-coded-credential -- read from the environment
        return DriverManager.getConnection(url, "shop", System.getenv("DB_PASSWORD"));
    }

    void pool(HikariConfig config, User user) {
        // expect-next config/hard-coded-credential {name=Password}
        config.setPassword("tiger");
        // clean-next config/hard-coded-credential -- of a user, not of the deployment
        user.setPassword("welcome1");
        // clean-next config/hard-coded-credential -- empty
        config.setPassword("");
    }

    PasswordAuthentication proxy(char[] password) {
        // clean-next config/hard-coded-credential -- a parameter
        return new PasswordAuthentication("proxy", password);
    }

    public static void main(String[] args) throws Exception {
        // clean-next config/hard-coded-credential -- a developer's trial
        DriverManager.getConnection("jdbc:mysql://localhost/shop", "root", "root");
    }

    interface User {
        void setPassword(String password);
    }
}
