services.AddSingleton<Dashboard>();
services.AddSingleton<Board>();
services.AddHostedService<Asker>();
