using System.IO;
using System.Threading.Tasks;
public class Rates
{
    public async Task Keep(Rate[] rates)
    {
        // expect-next storage/local-file-write info {where=rates-cache.json}
        await File.WriteAllTextAsync(Path.Combine(_folders.Data, "rates-cache.json"), Json.Of(rates));
    }
    public async Task Export(Rate[] rates)
    {
        // expect-next storage/local-file-write warning
        await File.WriteAllTextAsync(Path.Combine(_folders.Data, "rates.json"), Json.Of(rates));
    }
}
