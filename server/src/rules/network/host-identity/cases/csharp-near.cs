public class Queries
{
    public Options For(string machine)
    {
        // clean-next network/host-identity -- asks whether the target is this machine
        if (machine == Environment.MachineName || machine == "localhost") return Options.Local;
        return Options.Remote;
    }
    public bool IsMaster(string name)
    {
        // expect-next network/host-identity warning
        return name == Environment.MachineName;
    }
}
