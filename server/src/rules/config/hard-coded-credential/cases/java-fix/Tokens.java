import com.auth0.jwt.algorithms.Algorithm;

class Tokens {
    // expect-next config/hard-coded-credential
    private static final String TOKEN_SECRET = "shop-signing";

    Algorithm algorithm() {
        return Algorithm.HMAC256(TOKEN_SECRET);
    }
}
