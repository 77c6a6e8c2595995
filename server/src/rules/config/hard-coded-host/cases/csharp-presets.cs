public class QueueSettings
{
    public QueueSettings()
    {
        // clean-next config/hard-coded-host -- what a form shows until somebody enters a host
        Host = "localhost";
        // expect-next config/hard-coded-host info
        this.BaseUrl = "http://10.1.2.3:8080/";
        // expect-next config/hard-coded-host warning
        Server = "http://10.1.2.4:8080/";
        // expect-next config/hard-coded-host warning
        Address = "http://localhost:9200";
    }
    public string Host { get; set; }
    public string BaseUrl { get; set; }
    public string Server { get; private set; }
    private string Address { get; set; }
    public void Connect()
    {
        // expect-next config/hard-coded-host warning
        Host = "localhost";
    }
}
