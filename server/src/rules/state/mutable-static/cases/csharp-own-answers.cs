using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
public static class OwnAddress
{
    // clean-next state/mutable-static -- a request is only asked whether it went well: no data comes from it
    private static readonly ConcurrentDictionary<int, string> _names = new();
    // expect-next state/mutable-static warning {field=_titles}
    private static readonly ConcurrentDictionary<int, string> _titles = new();
    public static async Task<string> Of(Uri uri, HttpClient httpClient)
    {
        if (_names.TryGetValue(uri.Port, out var known)) return known;
        var name = await Answers(uri, httpClient) ? uri.Host : "localhost";
        _names.TryAdd(uri.Port, name);
        return name;
    }
    public static async Task<string> Title(Uri uri, HttpClient httpClient)
    {
        if (_titles.TryGetValue(uri.Port, out var known)) return known;
        var title = await Read(uri, httpClient);
        _titles.TryAdd(uri.Port, title);
        return title;
    }
    private static async Task<bool> Answers(Uri uri, HttpClient httpClient)
    {
        using var response = await httpClient.GetAsync(uri);
        return response.IsSuccessStatusCode;
    }
    private static async Task<string> Read(Uri uri, HttpClient httpClient)
    {
        using var response = await httpClient.GetAsync(uri);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
public class Shape
{
    // clean-next state/mutable-static -- computed from the text that it is kept under
    private static readonly ConcurrentDictionary<string, bool> _many = new();
    // clean-next state/mutable-static -- which files the image has
    private static readonly ConcurrentDictionary<string, string> _small = new();
    // clean-next state/mutable-static -- made by the lambda alone, which looks at types
    private static Dictionary<string, Entry> _entries = null;
    // expect-next state/mutable-static warning {field=_labels}
    private static Dictionary<string, string> _labels = null;
    private static object _gate = new();
    public bool Many => _many.GetOrAdd(Database.GetConnectionString(), text => new SqlConnectionStringBuilder(text).MultipleActiveResultSets);
    public string Small(string path) => _small.GetOrAdd(path, key => fileProvider.GetFileInfo(key + ".min").Exists ? key + ".min" : key);
    public async Task<List<Row>> Load(ITypes types, SettingsDb db)
    {
        _entries = LazyInitializer.EnsureInitialized(ref _entries, ref _gate, () =>
        {
            _entries = new(StringComparer.OrdinalIgnoreCase);
            foreach (var type in types.Known) _entries.Add(type.Name, new Entry(type));
            return _entries;
        });
        return await db.Settings.Where(each => _entries.ContainsKey(each.Name)).ToListAsync();
    }
    public string Label(string name, LabelDb labelDb)
    {
        _labels = LazyInitializer.EnsureInitialized(ref _labels, ref _gate, () =>
        {
            return labelDb.LoadAll();
        });
        return _labels[name];
    }
}
public static class Pace
{
    // clean-next state/mutable-static -- answers of a check that its caller makes, for a while; the method that keeps them is only called where none is kept
    private static readonly ConcurrentDictionary<string, Answer> _answers = new();
    public static Task<bool> Check(string key, TimeSpan span, Func<Task<bool>> check)
    {
        if (!_answers.TryGetValue(key, out var known)) return Keep(key, DateTime.UtcNow, span, check);
        return Task.FromResult(known.Value);
    }
    private static async Task<bool> Keep(string key, DateTime now, TimeSpan span, Func<Task<bool>> check)
    {
        var ok = await check();
        _answers.TryAdd(key, new Answer(ok, now + span));
        return ok;
    }
}
public static class Marks
{
    // expect-next state/mutable-static warning {field=_given}
    private static readonly ConcurrentDictionary<string, string> _given = new();
    public static void Give(string key, string mark) => Keep(key, mark);
    public static string Of(string key) => _given[key];
    private static void Keep(string key, string mark) => _given.TryAdd(key, mark);
}
