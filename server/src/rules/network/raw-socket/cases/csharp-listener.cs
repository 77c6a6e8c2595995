public class Gateway
{
    // expect-next network/raw-socket {port=9000}
    public void Start() { new TcpListener(IPAddress.Any, 9000).Start(); }
    // clean-next network/raw-socket -- any free port
    public void Free() { new TcpListener(IPAddress.Loopback, 0).Start(); }
}
