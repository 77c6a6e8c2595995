package shop.model;

public class S3TranslationDefinition {
    // clean-next config/hard-coded-credential -- the word by which the program knows the class
    public static final String TOKEN = "s3translation";
    // expect-next config/hard-coded-credential
    public static final String API_TOKEN = "k8d2jf93kd02";

    public static Definition get() {
        return Definitions.get(TOKEN, API_TOKEN);
    }
}
