Log.Logger = new LoggerConfiguration()
    .MinimumLevel.Information()
    // expect-next storage/log-file {file=logs/shop.txt}
    .WriteTo.File("logs/shop.txt", rollingInterval: RollingInterval.Day)
    //       ^^^^
    .CreateLogger();
// clean-next storage/log-file -- reads a file
var text = System.IO.File.ReadAllText("a.txt");
