public class Beacon
{
    public void Start(UdpClient client)
    {
        // expect-next network/multicast
        client.JoinMulticastGroup(IPAddress.Parse("239.1.2.3"));
        // clean-next network/multicast -- one receiver
        client.Connect("collector", 8125);
    }
}
