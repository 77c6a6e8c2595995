public class Reports
{
    // expect-next storage/hard-coded-path
    private const string ReportFolder = @"D:\reports\daily";
    //                                  ^^^^^^^^^^^^^^^^^^^
    public string Read()
    {
        // expect-next storage/hard-coded-path
        var text = File.ReadAllText("C:\\shop\\prices.csv");
        // clean-next storage/hard-coded-path -- a message
        log.Info("C:\\shop is missing");
        return text;
    }
}
public class Machine
{
    public string Describe()
    {
        // clean-next storage/hard-coded-path -- what the system says of itself
        var issue = "/etc/issue";
        // clean-next storage/hard-coded-path -- a mark of the image that may be missing
        const string markFile = "/etc/shop-image";
        return File.Exists(markFile) ? File.ReadAllText(markFile) : File.ReadAllText(issue);
    }
    public string Secret()
    {
        // expect-next storage/hard-coded-path warning
        return File.ReadAllText("/etc/shop/key.txt");
    }
}
