using System.IO;
public class Covers
{
    private readonly string _root;
    public async Task<string> Small(string name, int height)
    {
        string small = Path.Combine(_root, height.ToString(), name);
        if (!File.Exists(small))
        {
            string made = await resizer.Shrink(Path.Combine(_root, name), height);
            // clean-next storage/local-file-write -- a copy that every replica makes when it has none
            File.Move(made, small);
        }
        return small;
    }
    public string Draw(string hash)
    {
        var target = PathOf(hash);
        if (!fileSystem.File.Exists(target))
        {
            // clean-next storage/local-file-write -- drawn from its own name
            using (var stream = fileSystem.File.OpenWrite(target))
            {
                Painter.Draw(hash).SaveTo(stream);
            }
        }
        return target;
    }
    public string Keep(Stream picture, string name)
    {
        var kept = PathOf(name);
        if (!File.Exists(kept))
        {
            // expect-next storage/local-file-write warning
            using var stream = File.Create(kept);
            picture.CopyTo(stream);
        }
        return kept;
    }
    private string PathOf(string name) => Path.Combine(_root, name);
}
public class Notes
{
    private readonly string _root;
    public string Text(Note note)
    {
        var place = Path.Combine(_root, note.Name);
        if (!File.Exists(place))
        {
            // expect-next storage/local-file-write warning
            File.WriteAllText(place, note.Text);
        }
        return place;
    }
}
public class Identity
{
    private readonly Folders _folders;
    public string Own()
    {
        var place = Path.Combine(_folders.Data, "identity");
        if (!File.Exists(place))
        {
            // expect-next storage/local-file-write warning {where=identity}
            File.WriteAllText(place, Guid.NewGuid().ToString());
        }
        return File.ReadAllText(place);
    }
}
public class Settings : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        if (!File.Exists(Folders.SettingsPath))
        {
            // clean-next storage/local-file-write -- the same empty settings everywhere
            await File.WriteAllTextAsync(Folders.SettingsPath, "{}", token);
        }
    }
    public Task Save(string settings) =>
        // expect-next storage/local-file-write warning
        File.WriteAllTextAsync(Folders.SettingsPath, settings);
}
public class Unpacking
{
    private async Task Unpack(Assembly assembly, string name)
    {
        await using Stream resource = assembly.GetManifestResourceStream(name);
        // clean-next storage/local-file-write -- comes with the program
        await using FileStream stream = File.Create(Path.Combine(Folders.Resources, name));
        await resource.CopyToAsync(stream);
    }
}
public class Beat
{
    private string _beat;
    public void Touch()
    {
        if (!File.Exists(_beat))
        {
            // clean-next storage/local-file-write -- without content: a sign of life of this process
            File.WriteAllBytes(_beat, []);
        }
        else File.SetLastWriteTimeUtc(_beat, DateTime.UtcNow);
    }
    public void Stamp(string folder)
    {
        // clean-next storage/local-file-write -- without content
        File.WriteAllBytes(Path.Combine(Folders.Index, "index.metadata"), Array.Empty<byte>());
    }
    public void Dispose()
    {
        // clean-next storage/local-file-write -- without content
        using (File.Create(_beat))
        {
            // nothing to write
        }
    }
}
public class SiteController : Controller
{
    private readonly Folders _folders;
    public void Close()
    {
        // expect-next storage/local-file-write warning {where=closed}
        File.WriteAllText(Path.Combine(_folders.Data, "closed"), "");
    }
}
public class ExportJob
{
    private string _output;
    public void Init(IDictionary<string, string> given) => _output = Arguments.TryGetArgument(given, "output");
    public void Run()
    {
        // clean-next storage/local-file-write -- the one who starts it names the file
        File.WriteAllText(_output, "x");
    }
}
public class Report
{
    public void Write(Run run)
    {
        // expect-next storage/local-file-write warning {where=media.json}
        File.WriteAllText(Path.Combine(Folders.Reports, "media.json"), run.Media);
        // clean-next storage/local-file-write -- the same folder of the same class is told once
        File.WriteAllText(Path.Combine(Folders.Reports, "result.json"), run.Result);
    }
}
