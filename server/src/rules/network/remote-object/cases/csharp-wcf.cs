public class Client
{
    // expect-next network/remote-object {name=NetTcpBinding}
    public void Open() { var b = new NetTcpBinding(); var h = new BasicHttpBinding(); }
}
