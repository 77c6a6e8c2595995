using System.Web;
public class Feed
{
    public void Check()
    {
        string key = GetRemoteIP() + "_last";
        var last = HttpContext.Current.Cache.Get(key) as DateTime?;
        if (last != null && (DateTime.Now - last.Value).TotalSeconds < 1) throw new InvalidOperationException("one request per second");
        // expect-next state/in-memory-rate-limit
        HttpContext.Current.Cache[key] = DateTime.Now;
    }
    public void Remember(string recipe)
    {
        string key = recipe + "_cooked";
        // clean-next state/in-memory-rate-limit -- nobody's address
        HttpContext.Current.Cache[key] = DateTime.Now;
    }
}
