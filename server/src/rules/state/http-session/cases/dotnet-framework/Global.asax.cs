public class Global : HttpApplication
{
    protected void Session_Start(object sender, EventArgs e)
    {
        // expect-next state/http-session error
        HttpContext.Current.Session["MachineName"] = Environment.MachineName;
    }
}
