using System;
using System.IO;
public class Updates
{
    public byte[] Of(string version) => FromDisk(version) ?? FromSite(version);
    private byte[] FromDisk(string version)
    {
        string file = Path.Combine(_folder, "Scripts", $"{version}.zip");
        if (File.Exists(file)) return File.ReadAllBytes(file);
        return null;
    }
    private byte[] FromSite(string version)
    {
        byte[] scripts = _webClient.DownloadDataAsync(_site + version).GetAwaiter().GetResult();
        try
        {
            string file = Path.Combine(_folder, "Scripts", $"{version}.zip");
            // clean-next storage/local-file-write -- fetched anew where it is missing, and it does not matter whether it could be written
            File.WriteAllBytes(file, scripts);
        }
        catch (Exception problem)
        {
            _logger.LogError(problem, problem.Message);
        }
        return scripts;
    }
    public void Mark(string version)
    {
        try
        {
            // expect-next storage/local-file-write warning
            File.WriteAllText(Path.Combine(_folder, "version.json"), version);
        }
        catch (Exception problem)
        {
            _logger.LogError(problem, problem.Message);
        }
    }
}
