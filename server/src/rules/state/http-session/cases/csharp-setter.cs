public static class SessionValues
{
    public static void SetObject<T>(this ISession session, string key, T value)
    {
        // clean-next state/http-session -- its callers choose the name and are told of
        session.SetString(key, JsonSerializer.Serialize(value));
    }
    public static void Set(this HttpSessionStateBase session, string key, object value)
    {
        // clean-next state/http-session -- the same by an index
        session[key] = value;
    }
    public static void Remember(this ISession session, string key, string value)
    {
        // expect-next state/http-session {expression=key}
        session.SetString(key, value);
    }
}
public class CheckoutController : Controller
{
    public void Pay(Order order)
    {
        // expect-next state/http-session {attribute=Order}
        HttpContext.Session.SetObject("Order", order);
    }
}
