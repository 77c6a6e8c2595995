public static class Protections
{
    // clean-next config/hard-coded-credential -- one of a list of words
    public const string Password = "password";
}
