public class Orders
{
    // expect-next platform/host-locale info
    public bool ShipsToday() => DateTime.Now.Hour < 15;
    //                                       ^^^^
    // clean-next platform/host-locale -- of no zone
    public bool Late() => DateTime.UtcNow.Hour > 20;
    // clean-next platform/host-locale -- shown, not compared
    public string Now() => DateTime.Now.Hour.ToString();
}
