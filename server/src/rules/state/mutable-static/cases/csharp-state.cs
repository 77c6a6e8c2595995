using System.Collections.Concurrent;
namespace Shop;

public class CartController : Controller
{
    // expect-next state/mutable-static error {field=carts}
    private static readonly ConcurrentDictionary<string, Cart> carts = new();
    //                                                         ^^^^^
    // expect-next state/mutable-static warning
    private static string currentUser;
    // clean-next state/mutable-static -- filled once, in its initialiser
    private static readonly Dictionary<string, string> names = new() { ["a"] = "b" };
    // clean-next state/mutable-static -- one per thread
    [ThreadStatic] private static string culture1;
    // clean-next state/mutable-static -- a constant
    private const string Key = "cart";
    // clean-next state/mutable-static -- what it holds can be computed anew
    private static readonly ConcurrentDictionary<string, string> slugs = new();
    // clean-next state/mutable-static -- a cache of reflection
    private static readonly Dictionary<Type, PropertyInfo[]> properties = new();

    public IActionResult Add(string id, Cart cart)
    {
        carts[id] = cart;
        currentUser = id;
        culture1 = id;
        properties[typeof(Cart)] = typeof(Cart).GetProperties();
        return View(carts.Count + currentUser + names.Count + slugs.GetOrAdd(id, x => x.ToLowerInvariant()));
    }
}

public class PriceList
{
    // expect-next state/mutable-static warning {field=prices}
    private static Dictionary<int, Price> prices;

    public static Price Get(PriceRepository repository, int id)
    {
        if (prices == null)
        {
            prices = repository.GetAll().ToDictionary(p => p.Id);
        }
        return prices[id];
    }
}

public class Kind
{
    // clean-next state/mutable-static -- a fixed set of objects that enter themselves
    private static readonly Dictionary<string, Kind> all = new();
    protected Kind(string name) { all[name] = this; }
    public static Kind Of(string name) => all[name];
}

public class Local
{
    // clean-next state/mutable-static -- no object of this class is registered as the only one
    private readonly Dictionary<string, string> values = new();
    public void Set(string key, string value) { values[key] = value; }
    public string Get(string key) => values[key];
}

public class Watchers
{
    // clean-next state/mutable-static -- what this process watches
    private static readonly Dictionary<string, IList<FileSystemWatcher>> all = new();
    public async Task Watch() { foreach (var folder in await _libraryRepository.GetFolders()) all[folder] = new List<FileSystemWatcher> { new FileSystemWatcher(folder) }; }
    public int Count() => all.Count;
}

public static class Hashes
{
    // clean-next state/mutable-static -- compared with the time of the file
    private static readonly Dictionary<string, Hash> known = new();
    public static Hash Of(string path)
    {
        var time = File.GetLastWriteTimeUtc(path);
        if (!known.TryGetValue(path, out var hash) || hash.Time < time) known[path] = hash = new Hash(time, File.ReadAllBytes(path));
        return hash;
    }
}

public static class Policies
{
    // clean-next state/mutable-static -- made by services of this process, not loaded
    private static readonly ConcurrentDictionary<string, Policy> made = new();
    public static Policy Of(HttpContext context, string name) => made.GetOrAdd(name, key => new Policy(context.RequestServices.GetRequiredService<PolicyOptions>(), key));
    // clean-next state/mutable-static -- the program's own documents
    private static readonly Dictionary<string, XDocument> documents = new();
    public static XDocument Document(string path) { if (!documents.TryGetValue(path, out var found)) documents[path] = found = XDocument.Load(path); return found; }
    // clean-next state/mutable-static -- how long this process took
    private static readonly ConcurrentDictionary<string, int> _delaysByName = new();
    public static void Took(string name, int milliseconds) => _delaysByName[name] = milliseconds;
    public static int Delay(string name) => _delaysByName[name];
}
public static class Mailboxes
{
    // clean-next state/mutable-static -- what runs in this process
    private static readonly Dictionary<string, MailboxPoller> active = new();
    public static void Start(string name, MailboxPoller poller) { active[name] = poller; poller.Run(); }
    public static MailboxPoller Of(string name) => active[name];
    // expect-next state/mutable-static warning {field=settings}
    private static readonly Dictionary<string, MailboxSettings> settings = new();
    public static void Set(string name, MailboxSettings value) => settings[name] = value;
    public static MailboxSettings Get(string name) => settings[name];
}
