package com.shop.web;

import static com.shop.Signing.MAIL_SIGN;

import com.auth0.jwt.algorithms.Algorithm;
import com.shop.EncryptedString;
import com.shop.Signing;
import javax.crypto.spec.SecretKeySpec;

public class Tickets implements Signing {
    SecretKeySpec key() {
        return new SecretKeySpec(EncryptedString.key.getBytes(), "AES");
    }

    SecretKeySpec salted() {
        return new SecretKeySpec(EncryptedString.pepper.getBytes(), "AES");
    }

    Algorithm algorithm() {
        return Algorithm.HMAC256(TICKET_SIGN);
    }

    Algorithm mails() {
        return Algorithm.HMAC256(MAIL_SIGN);
    }

    Algorithm configured() {
        return Algorithm.HMAC256(System.getProperty(SETTING));
    }
}
