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
public class Addresses
{
    public string Own()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, 0);
        // clean-next config/hard-coded-host -- nothing is sent: it shows the address that this machine sends from
        socket.Connect("10.8.8.8", 65530);
        return ((IPEndPoint)socket.LocalEndPoint).Address.ToString();
    }
    public void Metric(string text)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, 0);
        // expect-next config/hard-coded-host warning
        socket.Connect("10.8.8.8", 8125);
        socket.Send(Encoding.UTF8.GetBytes(text));
    }
}
