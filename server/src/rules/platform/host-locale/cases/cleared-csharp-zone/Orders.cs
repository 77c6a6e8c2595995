public class Orders
{
    // clean-next platform/host-locale -- the manifest sets the zone
    public bool ShipsToday() => DateTime.Now.Hour < 15;
}
