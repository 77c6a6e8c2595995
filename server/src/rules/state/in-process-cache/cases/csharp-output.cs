public class NewsController : Controller
{
    // expect-next state/in-process-cache info
    [OutputCache(Duration = 3600, VaryByParam = "none")]
    public ActionResult Index() => View(db.News.ToList());
    // clean-next state/in-process-cache -- the browser alone keeps it
    [OutputCache(Duration = 60, Location = OutputCacheLocation.Client)]
    public ActionResult Banner() => View();
    // clean-next state/in-process-cache -- nobody keeps it
    [OutputCache(NoStore = true, Duration = 0)]
    public ActionResult Cart() => View();
}
