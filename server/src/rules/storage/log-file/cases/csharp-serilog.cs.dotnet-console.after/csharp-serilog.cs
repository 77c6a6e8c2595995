Log.Logger = new LoggerConfiguration()
    .MinimumLevel.Information()
                                                        
    .WriteTo.Console()
                 
    .CreateLogger();
                                              
var text = System.IO.File.ReadAllText("a.txt");
