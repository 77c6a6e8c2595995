public class FeedSettings
{
    public FeedSettings()
    {
        // expect-next config/hard-coded-credential info
        Password = "k7Q2vw9xTz";
    }
    public string Password { get; set; }
}
public class FeedClient
{
    private string _password;
    public FeedClient()
    {
        // expect-next config/hard-coded-credential warning
        _password = "m4R8ws2yLp";
    }
}
