public class BundleController : Controller
{
    public async Task<IActionResult> Bundle(Download download, string name)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, true))
        {
            // clean-next storage/local-file-write -- only the request that writes it reads it
            await System.IO.File.WriteAllBytesAsync("App_Data/Download/" + name, download.Binary);
            // clean-next storage/local-file-write -- as above
            if (name.Length > 80) { await System.IO.File.WriteAllBytesAsync(name + ".bin", download.Binary); zip.CreateEntryFromFile(name + ".bin", name); }
            zip.CreateEntryFromFile("App_Data/Download/" + name, name);
        }
        return File(memory.ToArray(), "application/zip");
    }
}
public class ReportService
{
    public byte[] Make(string id, byte[] content)
    {
        var path = Path.Combine("App_Data/Reports", id + ".pdf");
        // expect-next storage/local-file-write warning
        System.IO.File.WriteAllBytes(path, content);
        return System.IO.File.ReadAllBytes(path);
    }
    public byte[] Again(string id) => System.IO.File.ReadAllBytes(Path.Combine("App_Data/Reports", id + ".pdf"));
}
public class InvoiceService
{
    public byte[] Make(string id, byte[] content, Mail mail)
    {
        var path = Path.Combine("App_Data/Invoices", id + ".pdf");
        // expect-next storage/local-file-write warning
        System.IO.File.WriteAllBytes(path, content);
        mail.AttachmentPath = path;
        return System.IO.File.ReadAllBytes(path);
    }
}
