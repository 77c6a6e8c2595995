public class Clients
{
    public void Create()
    {
                                                     
        var stock = new HttpClient { BaseAddress = new Uri(System.Environment.GetEnvironmentVariable("CLIENTS_BASE_ADDRESS") ?? "http://10.0.0.5:8080/") };
    }
}
