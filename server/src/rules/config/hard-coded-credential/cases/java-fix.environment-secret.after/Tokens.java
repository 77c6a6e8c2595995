import com.auth0.jwt.algorithms.Algorithm;

class Tokens {
                                               
    private static final String TOKEN_SECRET = System.getenv("TOKENS_TOKEN_SECRET");

    Algorithm algorithm() {
        return Algorithm.HMAC256(TOKEN_SECRET);
    }
}
