package shop.security;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.io.Decoders;
import io.jsonwebtoken.security.Keys;
import java.security.Key;
import org.springframework.stereotype.Component;

@Component
class Tokens {
                                               
    private final Key key = Keys.hmacShaKeyFor(Decoders.BASE64.decode(System.getenv("JWT_SECRET")));
                                             

    String issue(String user) {
        return Jwts.builder().setSubject(user).signWith(key).compact();
    }
}

@Component
class ConfiguredTokens {
                                                                              
    private final Key key = Keys.hmacShaKeyFor(System.getenv("JWT_SECRET").getBytes());

                                                                   
    Key fresh() { return Keys.secretKeyFor(SignatureAlgorithm.HS512); }
}
