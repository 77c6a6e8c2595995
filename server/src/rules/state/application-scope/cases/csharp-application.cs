public class Global : HttpApplication
{
    protected void Application_Start(object sender, EventArgs e)
    {
        // clean-next state/application-scope -- set once, when the process starts
        Application["started"] = DateTime.UtcNow;
    }
    protected void Session_Start(object sender, EventArgs e)
    {
        // expect-next state/application-scope error {attribute=visitors}
        Application["visitors"] = (int)Application["visitors"] + 1;
    }
}
public class Admin : System.Web.UI.Page
{
    public void Save(string banner)
    {
        // expect-next state/application-scope warning
        HttpContext.Current.Application["banner"] = banner;
    }
    public void Excel(Workbook book)
    {
        var Application = book.Application;
        // clean-next state/application-scope -- of Excel
        Application["x"] = 1;
    }
}
public class GlobalApplication : HttpApplication
{
    public static string Revision
    {
        get
        {
            var s = HttpContext.Current.Application["revision"] as string;
            if (string.IsNullOrEmpty(s))
            {
                s = Assembly.GetAssembly(typeof(GlobalApplication)).GetName().Version.ToString(4);
                // clean-next state/application-scope -- every replica is of the same version
                HttpContext.Current.Application["revision"] = s;
            }
            return s;
        }
    }
    protected void Application_Error(object sender, EventArgs e)
    {
        // clean-next state/application-scope -- the failure of this process
        Application["LastError"] = Server.GetLastError();
        // expect-next state/application-scope warning
        Application["closed"] = Request["closed"];
    }
}
