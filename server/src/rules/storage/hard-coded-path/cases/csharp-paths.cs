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
