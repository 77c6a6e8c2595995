public class Client
{
    // expect-next network/remote-object {name=NetTcpBinding}
    public void Open() { var b = new NetTcpBinding(); }
    // clean-next network/remote-object -- over HTTP
    public void Web() { var b = new BasicHttpBinding(); }
}
