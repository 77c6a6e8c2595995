public class Clients
{
    public void Create(IConfiguration configuration)
    {
        // expect-next config/hard-coded-host warning
        var client = new HttpClient { BaseAddress = new Uri("http://10.0.0.5:8080/") };
        // expect-next config/hard-coded-host info
        var redis = ConnectionMultiplexer.Connect(configuration["Redis"] ?? "localhost:6379");
        // clean-next config/hard-coded-host -- a public address
        var hub = new Uri("https://api.github.com/");
        // clean-next config/hard-coded-host -- a message
        Console.WriteLine("listening on http://localhost:5000");
    }
}
