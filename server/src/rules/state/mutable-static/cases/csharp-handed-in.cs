using Microsoft.AspNetCore.Mvc;

namespace Shop
{
    public class StartController : Controller
    {
        // clean-next state/mutable-static -- the same settings for each controller that is made
        private static string _apiKey;

        // expect-next state/mutable-static {field=_visitor}
        private static string _visitor;

        public StartController(ISettings settings)
        {
            _apiKey = settings.ApiKey;
        }

        [HttpGet("/start.json")]
        public IActionResult Index(string visitor)
        {
            _visitor = visitor;
            return Content(_apiKey);
        }

        [HttpGet("/visitor")]
        public IActionResult Last()
        {
            return Content(_visitor);
        }
    }
}
