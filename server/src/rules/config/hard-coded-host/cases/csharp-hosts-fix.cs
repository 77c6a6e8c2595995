public class Clients
{
    public void Create()
    {
        // expect-next config/hard-coded-host warning
        var stock = new HttpClient { BaseAddress = new Uri("http://10.0.0.5:8080/") };
    }
}
