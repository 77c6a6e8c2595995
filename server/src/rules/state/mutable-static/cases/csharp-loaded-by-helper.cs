public class Texts
{
    // expect-next state/mutable-static warning {field=_byLanguage}
    private static readonly ConcurrentDictionary<string, IDictionary<string, string>> _byLanguage = new();
    // clean-next state/mutable-static -- computed by the class alone
    private static readonly ConcurrentDictionary<string, string> _slugs = new();
    private readonly IRepository<Text> _textRepository;
    public string Find(string language, string name)
    {
        if (_byLanguage.TryGetValue(language, out var known)) return known[name];
        var made = Make(language);
        _byLanguage.TryAdd(language, made);
        return made[name];
    }
    public string Slug(string name)
    {
        if (_slugs.TryGetValue(name, out var known)) return known;
        var made = Shorten(name);
        _slugs.TryAdd(name, made);
        return made;
    }
    private Dictionary<string, string> Make(string language) => All(language).ToDictionary(each => each.Name, each => each.Value);
    private IEnumerable<Text> All(string language) => _textRepository.Table.Where(each => each.Language == language);
    private string Shorten(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
