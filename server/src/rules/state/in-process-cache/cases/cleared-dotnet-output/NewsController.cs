public class NewsController : Controller
{
    // clean-next state/in-process-cache -- answers are kept in Redis
    [OutputCache(Duration = 3600)]
    public ActionResult Index() => View(db.News.ToList());
}
