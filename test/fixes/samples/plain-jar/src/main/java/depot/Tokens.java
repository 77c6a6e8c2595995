package depot;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.Key;

/** Signs who has logged in. */
class Tokens {
    private static final Key KEY = Keys.secretKeyFor(SignatureAlgorithm.HS256);

    String issue(String user) {
        return Jwts.builder().setSubject(user).signWith(KEY).compact();
    }

    boolean isValid(String token) {
        try {
            Jwts.parserBuilder().setSigningKey(KEY).build().parseClaimsJws(token);
            return true;
        } catch (JwtException | IllegalArgumentException e) {
            return false;
        }
    }
}
