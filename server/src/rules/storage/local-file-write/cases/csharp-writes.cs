using System.IO;
public class UploadController : Controller
{
    private readonly IWebHostEnvironment env;
    [HttpPost] public async Task<IActionResult> Upload(IFormFile file)
    {
        var folder = Path.Combine(env.WebRootPath, "uploads");
        var path = Path.Combine(folder, file.FileName);
        // expect-next storage/local-file-write error {where=uploads}
        using var stream = new FileStream(path, FileMode.Create);
        //                     ^^^^^^^^^^
        await file.CopyToAsync(stream);
        return Ok();
    }
    public IActionResult Convert(IFormFile file)
    {
        var temp = Path.GetTempFileName();
        // clean-next storage/local-file-write -- in the temporary folder
        System.IO.File.WriteAllText(temp, "x");
        return Ok();
    }
    public IActionResult Export()
    {
        var name = Server.MapPath("~/App_Data/export.csv");
        // clean-next storage/local-file-write -- deleted by the same method
        System.IO.File.WriteAllText(name, "x");
        System.IO.File.Delete(name);
        return Ok();
    }
    public void Save(HttpPostedFileBase posted)
    {
        // expect-next storage/local-file-write warning
        posted.SaveAs(Server.MapPath("~/Content/images/a.png"));
    }
    public IActionResult Read(string path) => Content(System.IO.File.ReadAllText(path));
}
public static class Files
{
    // clean-next storage/local-file-write -- writes where its caller says
    public static void Write(string path, string text) => File.WriteAllText(path, text);
}
