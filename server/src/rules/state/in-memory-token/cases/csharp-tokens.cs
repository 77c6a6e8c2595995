public class AccountController : Controller
{
    // expect-next state/in-memory-token error {field=resetTokens}
    private static readonly Dictionary<string, string> resetTokens = new();
    [HttpPost] public IActionResult Forgot(string mail, string token) { resetTokens[mail] = token; return Ok(); }
    [HttpPost] public IActionResult Reset(string mail, string token) => resetTokens[mail] == token ? Ok() : BadRequest();
}
public static class Scopes
{
    // clean-next state/in-memory-token -- a table filled at the start
    private static readonly Dictionary<string, string> tokenScopes = new() { ["a"] = "b" };
    public static string Of(string token) => tokenScopes[token];
}
