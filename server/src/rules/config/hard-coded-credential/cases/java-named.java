package shop;

import javax.annotation.sql.DataSourceDefinition;

// expect-next config/hard-coded-credential {name=password}
@DataSourceDefinition(name = "java:app/jdbc/shop", className = "org.postgresql.Driver", user = "shop", password = "tiger")
class Named {
    // expect-next config/hard-coded-credential
    private static final String SMS_PASSWORD = "shop!2024";
    // expect-next config/hard-coded-credential
    private static final String API_KEY = "9f86d081884c7d659a2feaa0c55ad015";
    // expect-next config/hard-coded-credential
    private final String maps = "AIzaSyA1234567890abcdefghijklmnopqrstuv";
    // expect-next config/hard-coded-credential {name=ORDERS}
    private static final String ORDERS = "mongodb://shop:tiger7@orders:27017/shop";
    // clean-next config/hard-coded-credential -- the name of a setting
    static final String PASSWORD = "password";
    // clean-next config/hard-coded-credential -- the name of a field of another service
    static final String S3_ACCESS_KEY = "s3_access_key";
    // clean-next config/hard-coded-credential -- the key of a message that repeats its own name
    static final String STEP_2_MISSING_CARD_TOKEN = "error.STEP_2_MISSING_CARD_TOKEN";
    // clean-next config/hard-coded-credential -- words joined to an identifier
    static final String REFRESH_TOKEN = "auth.step_2.refresh";
    // clean-next config/hard-coded-credential -- a digest of a password, which opens nothing
    private static final String ADMIN_PASSWORD = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";
    // clean-next config/hard-coded-credential -- a template that each request fills in
    static final String INFO = "https://login.acme.com/info?access_token={$access_token}&client_secret={secret}";
    // clean-next config/hard-coded-credential -- a header
    static final String ACCESS_TOKEN = "X-Access-Token-V2";
    // clean-next config/hard-coded-credential -- a rule about passwords
    static final String PASSWORD_PATTERN = "((?=.*\\d)(?=.*[A-Z]).{6,12})";
    // clean-next config/hard-coded-credential -- a rule about passwords, whatever its name
    public static final String STRONG_PASSWORD = "(?=^.{8,32}$)(?=.*\\d)(?!.*\\s).*$";
    // clean-next config/hard-coded-credential -- given to new users, who change it
    static final String DEFAULT_PASSWORD = "welcome1!";
    // clean-next config/hard-coded-credential -- a cache of this name
    static final String TOKENS = "tokens:v1:all:users";
    // clean-next config/hard-coded-credential -- an address
    static final String TOKEN_URL = "https://login.example.org/oauth2/v2/token";

    boolean matches(String password) {
        // clean-next config/hard-coded-credential -- compared with what a user typed
        return "letmein1".equals(password);
    }

    void check() {
        String password = "123456";
        // clean-next config/hard-coded-credential -- a local variable may be anyone's
        String token = "abc123def456ghi789";
        System.out.println(password + token);
    }
}
