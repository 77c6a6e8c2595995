package shop.security;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.Key;
import org.springframework.stereotype.Component;

@Component
class Tokens {
    // expect-next state/generated-secret error
    private final Key key = Keys.secretKeyFor(SignatureAlgorithm.HS256);
    //                           ^^^^^^^^^^^^

    String issue(String user) {
        return Jwts.builder().setSubject(user).signWith(key).compact();
    }
}

@Component
class ConfiguredTokens {
    // clean-next state/generated-secret -- made of what the environment holds
    private final Key key = Keys.hmacShaKeyFor(System.getenv("JWT_SECRET").getBytes());

    // clean-next state/generated-secret -- a key for whoever asked
    Key fresh() { return Keys.secretKeyFor(SignatureAlgorithm.HS512); }
}
